package dev.otto.standalone.up;

/// What a server does: everything, or, where several share one engine and one database, its half.
public enum Role {
  EVERYTHING(true, true),
  API(true, false),
  WORKER(false, true);

  private final boolean serves;
  private final boolean works;

  Role(boolean serves, boolean works) {
    this.serves = serves;
    this.works = works;
  }

  /// Whether it answers people and programs.
  public boolean serves() {
    return serves;
  }

  /// Whether it carries runs on and lends its hands.
  public boolean works() {
    return works;
  }
}

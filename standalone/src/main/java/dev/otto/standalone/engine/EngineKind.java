package dev.otto.standalone.engine;

/// The kinds of engine, each with the word by which it is named everywhere.
public enum EngineKind {
  EXTERNAL("external"),
  DEV_SERVER("dev-server"),
  IN_PROCESS("in-process");

  private final String word;

  EngineKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}

package dev.otto.standalone.process;

import dev.otto.activities.process.ProcessStarter;

/// Starters of programs, also on hosts that lack something.
public final class ProgramStarters {
  private ProgramStarters() {}

  /// Of this host.
  public static ProgramStarter here() {
    return new ProgramStarter(new ProcessStarter());
  }

  /// Of a host without `setpriv`: what it starts outlives it.
  public static ProgramStarter withoutParentDeath() {
    return new ProgramStarter(new ProcessStarter(), new SearchPath("/nowhere"));
  }
}

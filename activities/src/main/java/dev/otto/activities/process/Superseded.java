package dev.otto.activities.process;

/// A start that came too late: somebody newer has the right to act.
public final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Superseded(String command) {
    super("somebody newer has the right to start processes here; not started: " + command);
  }
}

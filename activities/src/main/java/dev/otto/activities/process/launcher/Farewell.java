package dev.otto.activities.process.launcher;

/// What happens when the launcher is asked to end: the command was asked too, and gets its time to
/// tidy up.
final class Farewell extends Thread {
  private final Launcher launcher;

  Farewell(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public void run() {
    try {
      launcher.leaveWithCommand();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}

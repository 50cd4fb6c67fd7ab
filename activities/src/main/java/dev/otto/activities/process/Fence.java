package dev.otto.activities.process;

/// The question whether a start is still wanted, asked right before a process is started and again
/// right after.
///
/// What holds it back in between (a slow machine, a long pause) is caught by the second question:
/// then the process is ended at once and the start fails as [Superseded].
@FunctionalInterface
public interface Fence {
  /// For processes that nobody can take over.
  Fence NONE = () -> true;

  /// Whether the asker still has the right to start a process.
  boolean holds();
}

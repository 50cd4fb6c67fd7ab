package dev.otto.activities.process;

import java.time.Duration;
import java.util.List;

/// A process and everything that came from it.
public sealed interface ProcessTree permits SessionTree, NamespaceTree {
  /// Asks the command for its end: SIGTERM to its process group. Answers whether anybody was there
  /// to be asked.
  boolean ask();

  /// The processor time that those who run have used, with that of their children that have ended.
  Duration work();

  /// Kills all of it, again and again until nothing runs or the patience ends; answers who is left.
  List<ProcessIdentity> end(Duration patience);
}

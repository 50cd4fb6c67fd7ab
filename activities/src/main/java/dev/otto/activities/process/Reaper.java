package dev.otto.activities.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Ends what an earlier JVM of this home left behind.
public final class Reaper {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What the reaper met: whom it ended, and who would not go.
  public record Reaped(List<ProcessIdentity> ended, List<ProcessIdentity> left) {}

  /// Ends the known processes that still run with all they started, and every process whose marker
  /// is one of ours.
  public Reaped reap(Collection<ProcessIdentity> known, Predicate<Marker> ours) {
    var found = survivors(known, ours);
    known.forEach(ProcessIdentity::endTree);
    new Hunt(() -> marked(ours)).run(PATIENCE);
    return new Reaped(
        found.stream().filter(one -> !one.alive()).toList(),
        found.stream().filter(ProcessIdentity::alive).toList());
  }

  private static List<ProcessIdentity> survivors(
      Collection<ProcessIdentity> known, Predicate<Marker> ours) {
    var found = new LinkedHashSet<ProcessIdentity>();
    known.stream()
        .filter(ProcessIdentity::alive)
        .map(one -> new SessionTree(one, Optional.empty()).members())
        .forEach(found::addAll);
    found.addAll(marked(ours).processes());
    return List.copyOf(found);
  }

  private static Marked marked(Predicate<Marker> ours) {
    var others =
        ProcessTable.running().stream()
            .filter(one -> one.pid() != ProcessHandle.current().pid())
            .toList();
    return Marked.among(others, ours);
  }
}

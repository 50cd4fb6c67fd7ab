package dev.otto.activities.process;

import java.util.List;
import java.util.function.Predicate;

/// Which of some processes carry a marker, as far as one look can tell: while a process becomes
/// another program, its environment is empty for a moment, and whoever looks just then must look
/// again.
record Marked(List<ProcessIdentity> processes, boolean sure) {
  static Marked among(List<ProcessTable.Entry> candidates, Predicate<Marker> ours) {
    var marked =
        candidates.stream()
            .filter(one -> ProcessTable.marker(one.pid()).filter(ours).isPresent())
            .map(ProcessTable.Entry::identity)
            .toList();
    return new Marked(marked, candidates.stream().noneMatch(Marked::changing));
  }

  private static boolean changing(ProcessTable.Entry one) {
    return !one.kernels() && ProcessTable.withoutEnvironment(one.pid());
  }
}

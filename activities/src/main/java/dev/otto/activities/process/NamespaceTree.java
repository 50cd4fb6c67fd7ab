package dev.otto.activities.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// A tree in a process namespace of its own: when its first process dies, the kernel ends all of
/// it, whatever it did to get away. That first process dies with the one outside that made the
/// namespace, the root.
public final class NamespaceTree implements ProcessTree {
  private final ProcessIdentity root;
  private final Marker marker;
  private final Supplier<OptionalLong> first;

  /// `first` tells the host's number of the namespace's first process, as soon as it is known.
  public NamespaceTree(ProcessIdentity root, Marker marker, Supplier<OptionalLong> first) {
    this.root = root;
    this.marker = marker;
    this.first = first;
  }

  @Override
  public boolean ask() {
    var leader = first.get();
    if (leader.isEmpty()) {
      return false;
    }
    var group =
        ProcessTable.running().stream()
            .filter(one -> one.group() == leader.getAsLong() && one.pid() != leader.getAsLong())
            .toList();
    group.forEach(one -> Signals.ask(one.identity()));
    return !group.isEmpty();
  }

  @Override
  public Duration work() {
    return ProcessTable.work(ProcessTable.family(root).stream());
  }

  @Override
  public List<ProcessIdentity> end(Duration patience) {
    Signals.kill(root);
    var leader = first.get();
    if (leader.isEmpty()) {
      return new SessionTree(root, Optional.of(marker)).end(patience);
    }
    Signals.until(() -> !root.alive() && running(leader.getAsLong()).isEmpty(), patience);
    return running(leader.getAsLong()).stream().toList();
  }

  /// The namespace's first process while it runs; it ends only after all others are gone.
  private Optional<ProcessIdentity> running(long leader) {
    var running =
        ProcessTable.entry(leader)
            .filter(one -> one.running() && one.startTicks() >= root.startTicks())
            .filter(one -> ProcessTable.marker(one.pid()).map(marker::equals).orElse(true))
            .map(ProcessTable.Entry::identity);
    running.ifPresent(Signals::kill);
    return running;
  }
}

package dev.otto.activities.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A tree without walls: the process, its descendants, its group and session, and whatever carries
/// its marker, which finds children that were adopted by another process and opened a session of
/// their own.
///
/// A process that drops the marker *and* leaves parent, group and session escapes; only a namespace
/// holds that one.
public final class SessionTree implements ProcessTree {
  private final ProcessIdentity root;
  private final Optional<Marker> marker;
  private final Set<Long> family = new HashSet<>();

  public SessionTree(ProcessIdentity root, Optional<Marker> marker) {
    this.root = root;
    this.marker = marker;
    family.add(root.pid());
  }

  @Override
  public boolean ask() {
    var group =
        ProcessTable.running().stream()
            .filter(one -> one.group() == root.pid() || one.identity().equals(root))
            .toList();
    group.forEach(one -> Signals.ask(one.identity()));
    return !group.isEmpty();
  }

  @Override
  public Duration work() {
    return ProcessTable.work(
        members().stream().map(one -> ProcessTable.entry(one.pid())).flatMap(Optional::stream));
  }

  @Override
  public List<ProcessIdentity> end(Duration patience) {
    look();
    Signals.kill(root);
    return new Hunt(this::look).run(patience);
  }

  /// Who of it runs now.
  List<ProcessIdentity> members() {
    return look().processes();
  }

  /// What was found once stays family, so that its children are found after its death.
  private synchronized Marked look() {
    var found = new ArrayList<ProcessIdentity>();
    var others = new ArrayList<>(ProcessTable.running());
    others.removeIf(one -> one.startTicks() < root.startTicks() || isThisJvm(one));
    var marked = Marked.among(marker.isPresent() ? others : List.of(), this::isOurs);
    marked.processes().forEach(one -> family.add(one.pid()));
    while (others.removeIf(one -> belongs(one) && found.add(one.identity()))) {
      found.forEach(member -> family.add(member.pid()));
    }
    return new Marked(found, marked.sure());
  }

  private boolean isOurs(Marker other) {
    return marker.filter(other::equals).isPresent();
  }

  private boolean belongs(ProcessTable.Entry one) {
    return family.contains(one.pid())
        || family.contains(one.parent())
        || family.contains(one.group())
        || family.contains(one.session());
  }

  private static boolean isThisJvm(ProcessTable.Entry one) {
    return one.pid() == ProcessHandle.current().pid();
  }
}

package dev.otto.activities.proof;

import dev.otto.activities.git.Clone;
import dev.otto.model.CommitId;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.packet.FileChange;
import dev.otto.model.packet.Packet;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What each group of a run changed on its branch: all its merges, summed up file by file.
record WorkOfGroups(Clone work, List<RunEvent> log) {
  List<Packet.Work> of(Run run) {
    return run.groups().stream()
        .map(group -> new Packet.Work(group.id().value(), files(group.id().value())))
        .toList();
  }

  private List<FileChange> files(String group) {
    var files = new TreeMap<String, FileChange>();
    merges(group)
        .flatMap(commit -> work.changes(commit).stream())
        .forEach(change -> files.merge(change.path(), change, FileChange::plus));
    return List.copyOf(files.values());
  }

  private Stream<CommitId> merges(String group) {
    return log.stream()
        .flatMap(event ->
            event
                        instanceof
                        RunEvent.OfGroup(var id, GroupEvent.Merged(var commit, _, var nothing, _))
                    && id.value().equals(group)
                    && !nothing
                ? Stream.of(commit)
                : Stream.empty());
  }
}

package dev.otto.activities.process;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A folder in which commands are run without walls, each under a marker of its own.
final class Playground {
  static final Duration PLENTY = Duration.ofSeconds(60);

  final ProcessStarter starter = new ProcessStarter();
  final Marker marker = new Marker("test-" + UUID.randomUUID());
  final Path folder;
  final List<Line> lines = Collections.synchronizedList(new ArrayList<>());

  Playground(Path folder) {
    this.folder = folder;
  }

  Command shell(String script) {
    return new Command(List.of("sh", "-c", script), Patience.of(PLENTY), Logs.in(folder));
  }

  Outcome run(Command command) {
    return start(command).outcome();
  }

  Child start(Command command) {
    return start(command, Fence.NONE);
  }

  Child start(Command command, Fence fence) {
    return Child.start(starter, surroundings(command), command, lines::add, fence);
  }

  OpenGround surroundings(Command command) {
    return new OpenGround(
        command.words(), folder, Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"), marker);
  }

  /// Every running process that carries this playground's marker.
  List<ProcessIdentity> marked() {
    return ProcessTable.running().stream()
        .filter(one -> ProcessTable.marker(one.pid()).equals(Optional.of(marker)))
        .map(ProcessTable.Entry::identity)
        .toList();
  }

  /// Waits until the command has written that file.
  void awaitFile(String name) {
    await().atMost(PLENTY).until(() -> Files.exists(folder.resolve(name)));
  }
}

package dev.otto.standalone.crash;

import dev.otto.standalone.process.OtherProcess;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The agents that work in a scene at this moment.
record Agents(Scene scene) {
  private static final String MAIN = "dev.otto.activities.agent.scripted.ScriptedAgent";

  /// The newest agent itself, not what stands around it: the last of the processes that carry its
  /// words.
  Optional<OtherProcess> newest() {
    return Remains.children(Path.of("/proc")).stream()
        .map(entry -> entry.getFileName().toString())
        .filter(name -> name.matches("\\d+"))
        .map(name -> OtherProcess.of(Long.parseLong(name)))
        .flatMap(Optional::stream)
        .filter(this::isAgent)
        .max(
            Comparator.comparingLong(OtherProcess::startTicks)
                .thenComparingLong(OtherProcess::pid));
  }

  private boolean isAgent(OtherProcess process) {
    List<String> words = process.command();
    return words.contains(MAIN)
        && words.getFirst().endsWith("/java")
        && words.contains(scene.crash().resolve("recipe.yaml").toString())
        && process.folder().filter(folder -> folder.startsWith(scene.home().folder())).isPresent();
  }
}

package dev.otto.standalone.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The engine under a server that is killed, as the environment names it.
enum EngineUsed {
  IN_PROCESS("in-process"),
  DEV_SERVER("dev-server");

  private final String word;

  EngineUsed(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /// Whether this machine has it.
  boolean there() {
    return this == IN_PROCESS || temporal().isPresent();
  }

  Map<String, String> environment() {
    return this == IN_PROCESS
        ? Map.of("OTTO_ENGINE", word)
        : Map.of("OTTO_ENGINE", word, "OTTO_TEMPORAL", temporal().orElseThrow().toString());
  }

  private static Optional<Path> temporal() {
    return Stream.of(
            Optional.ofNullable(System.getenv("OTTO_TEMPORAL")).map(Path::of),
            Optional.of(tools().resolve("temporal")))
        .flatMap(Optional::stream)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path tools() {
    return Path.of(
        System.getenv()
            .getOrDefault(
                "OTTO_TEST_TOOLS", System.getProperty("user.home") + "/.cache/otto/test-tools"));
  }
}

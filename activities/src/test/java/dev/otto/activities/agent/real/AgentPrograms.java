package dev.otto.activities.agent.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The real programs: named by the environment, or where `scripts/install-test-tools` puts them.
final class AgentPrograms {
  private AgentPrograms() {}

  static Path claude() {
    return program("OTTO_CLAUDE", "claude code", "@anthropic-ai/claude-code-linux-%s/claude");
  }

  static Path codex() {
    return program(
        "OTTO_CODEX", "codex", "@openai/codex-linux-%s/vendor/%s-unknown-linux-musl/bin/codex");
  }

  /// The program; without it the test is skipped, and the output says what that leaves unproven.
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  private static Path program(String variable, String name, String place) {
    var found =
        Stream.concat(
                Optional.ofNullable(System.getenv(variable)).map(Path::of).stream(),
                installed(place).stream())
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("NOT PROVEN: " + name + " (scripts/install-test-tools brings it)");
    }
    Assumptions.assumeTrue(found.isPresent(), () -> "NOT PROVEN: no " + name);
    return found.orElseThrow();
  }

  private static List<Path> installed(String place) {
    var modules =
        Path.of(
                System.getenv()
                    .getOrDefault(
                        "OTTO_TEST_TOOLS",
                        System.getProperty("user.home") + "/.cache/otto/test-tools"))
            .resolve("agents/node_modules");
    return Stream.of(place.formatted("x64", "x86_64"), place.formatted("arm64", "aarch64"))
        .map(modules::resolve)
        .toList();
  }
}

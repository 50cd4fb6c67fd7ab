package dev.otto.standalone.real;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The programs of the real agents: named by the environment, or where `scripts/install-test-tools`
/// puts them.
public final class RealPrograms {
  private RealPrograms() {}

  /// The settings with which it needs no key, since a recipe is played through it.
  public static ProviderSettings settings(ProviderKind kind) {
    return new ProviderSettings(
        kind, Optional.of(of(kind)), Optional.empty(), kind.service(), Optional.empty());
  }

  /// The program; without it the story is skipped, and the output says what that leaves unproven.
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  public static Path of(ProviderKind kind) {
    var found =
        Stream.concat(
                Optional.ofNullable(System.getenv("OTTO_" + kind.name())).map(Path::of).stream(),
                Stream.of(installed(kind)))
            .filter(Files::isReadable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("NOT PROVEN: a run by " + kind.word());
    }
    Assumptions.assumeTrue(found.isPresent(), () -> "NOT PROVEN: no " + kind.word());
    return found.orElseThrow();
  }

  private static Path installed(ProviderKind kind) {
    var modules =
        Path.of(
                System.getenv()
                    .getOrDefault(
                        "OTTO_TEST_TOOLS",
                        System.getProperty("user.home") + "/.cache/otto/test-tools"))
            .resolve("agents/node_modules");
    return switch (kind) {
      case CLAUDE -> modules.resolve("@anthropic-ai/claude-code-linux-x64/claude");
      case CODEX -> modules.resolve("@openai/codex/bin/codex.js");
    };
  }
}

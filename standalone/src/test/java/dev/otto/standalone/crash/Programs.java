package dev.otto.standalone.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs that a bench needs, run to their end.
final class Programs {
  private static final Map<String, String> WHO =
      Map.of(
          "GIT_AUTHOR_NAME", "Ada",
          "GIT_AUTHOR_EMAIL", "ada@example.org",
          "GIT_COMMITTER_NAME", "Ada",
          "GIT_COMMITTER_EMAIL", "ada@example.org",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_OPTIONAL_LOCKS", "0");

  private Programs() {}

  /// git in this folder, which must succeed.
  static String git(Path folder, String... words) {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  static String run(String... words) {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(WHO);
    try {
      var process = builder.start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + text);
      }
      return text.strip();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}

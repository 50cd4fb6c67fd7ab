package dev.otto.cli.server;

import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.StatusLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A command of the server's program that was run to its end, beside any server that runs.
///
/// @param said its last line
/// @param complaint the last line of what it complained of
public record Errand(int exit, String said, String complaint) {
  /// Runs it; meanwhile the sentence says what is waited for.
  public static Errand of(Shell shell, String sentence, String... words) {
    try {
      var process = ServerProgram.named().ask(shell.home(), words);
      awaited(process, shell, sentence);
      return new Errand(
          process.exitValue(),
          last(process.getInputStream().readAllBytes()),
          last(process.getErrorStream().readAllBytes()));
    } catch (IOException cannot) {
      throw new ServerRefusal.NoHome(shell.home(), String.valueOf(cannot.getMessage())).refused();
    }
  }

  private static void awaited(Process process, Shell shell, String sentence) {
    var began = System.nanoTime();
    try (var line = new StatusLine(shell.err())) {
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        line.say(sentence, Duration.ofNanos(System.nanoTime() - began).toSeconds());
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String last(byte[] text) {
    return new String(text, StandardCharsets.UTF_8)
        .strip()
        .lines()
        .reduce((_, later) -> later)
        .orElse("");
  }
}

package dev.otto.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small programs of the machine that the command line asks: `git`, `kill`, `xdg-open`.
public final class Program {
  private static final int NOT_THERE = 127;

  private Program() {}

  /// What it says, if it is there and ends well.
  public static Optional<String> said(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Runs it to its end and says whether it ended well.
  static boolean run(String... command) {
    return said(command).isPresent();
  }

  /// Shows an address in the user's browser, if there is one to show it in.
  public static boolean browse(String address) {
    try {
      new ProcessBuilder("xdg-open", address)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException absent) {
      return false;
    }
  }

  /// Runs it in that folder, with this terminal, to its end; says how it ended.
  public static int within(Path folder, List<String> command) {
    return within(folder, command, Map.of());
  }

  /// The same with more variables in its environment. It does not outlive this program.
  public static int within(Path folder, List<String> command, Map<String, String> more) {
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
      builder.environment().putAll(more);
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of " + command));
      return process.waitFor();
    } catch (IOException absent) {
      return NOT_THERE;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return NOT_THERE;
    }
  }

  /// Takes a folder away, if it is there.
  public static void remove(Path folder) {
    var _ = run("rm", "-rf", "--", folder.toString());
  }

  /// Whether a program of that name is on the PATH.
  static boolean there(String name, String path) {
    for (var folder : path.split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }
}

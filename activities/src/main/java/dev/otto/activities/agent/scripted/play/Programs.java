package dev.otto.activities.agent.scripted.play;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The programs that the agent itself starts, as its tools. It runs in a Cell, and so do they.
final class Programs {
  private static final int SHOWN = 4_000;
  private static final Map<String, String> ALWAYS_THE_SAME =
      Map.of(
          "GIT_AUTHOR_NAME", "Scripted Agent",
          "GIT_AUTHOR_EMAIL", "agent@example.invalid",
          "GIT_AUTHOR_DATE", "2000-01-01T00:00:00Z",
          "GIT_COMMITTER_NAME", "Scripted Agent",
          "GIT_COMMITTER_EMAIL", "agent@example.invalid",
          "GIT_COMMITTER_DATE", "2000-01-01T00:00:00Z",
          "GIT_EDITOR", "true",
          "GIT_TERMINAL_PROMPT", "0");

  private final Path folder;
  private final Path output;

  /// Programs that work in that folder; what they print goes to that file, so that nobody waits for
  /// their children.
  Programs(Path folder, Path output) {
    this.folder = folder;
    this.output = output;
  }

  /// How a program ended.
  record Ended(int exit, String output) {}

  Ended shell(String command) throws IOException, InterruptedException {
    return run(List.of("/bin/sh", "-c", command));
  }

  Ended git(List<String> arguments) throws IOException, InterruptedException {
    var argv = new ArrayList<String>();
    argv.add("git");
    argv.addAll(arguments);
    return run(argv);
  }

  /// Starts a command in a session of its own and forgets it.
  void leaveBehind(String command) throws IOException {
    prepared(List.of("setsid", "/bin/sh", "-c", command))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Sends a signal to this very process.
  void signalSelf(String signal) throws IOException, InterruptedException {
    shell("kill -s %s %d".formatted(signal, ProcessHandle.current().pid()));
  }

  private Ended run(List<String> argv) throws IOException, InterruptedException {
    var process = prepared(argv).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    var exit = process.waitFor();
    return new Ended(exit, shown());
  }

  private ProcessBuilder prepared(List<String> argv) {
    var builder =
        new ProcessBuilder(argv).directory(folder.toFile()).redirectInput(new File("/dev/null"));
    builder.environment().putAll(ALWAYS_THE_SAME);
    return builder;
  }

  private String shown() throws IOException {
    var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    return said.length() <= SHOWN ? said : "…" + said.substring(said.length() - SHOWN);
  }
}

package dev.otto.standalone.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs that a rehearsal needs, with the JDK that runs it first on the path.
final class Programs {
  private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

  private Programs() {}

  record Ended(int exit, String output) {}

  static Ended run(Path folder, String... argv) throws IOException, InterruptedException {
    var process = start(folder, List.of(argv), Map.of());
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  static Process start(Path folder, List<String> argv, Map<String, String> environment)
      throws IOException {
    var words = new ArrayList<>(argv);
    if (words.getFirst().equals("java")) {
      words.set(0, JDK.resolve("java").toString());
    }
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_COMMITTER_NAME", "Rehearsal");
    builder.environment().put("GIT_COMMITTER_EMAIL", "rehearsal@example.invalid");
    builder.environment().put("GIT_AUTHOR_NAME", "Rehearsal");
    builder.environment().put("GIT_AUTHOR_EMAIL", "rehearsal@example.invalid");
    return builder.start();
  }
}

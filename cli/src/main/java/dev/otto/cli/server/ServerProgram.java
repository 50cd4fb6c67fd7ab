package dev.otto.cli.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program of the server: a jar that the launcher names, started in a session of its own so
/// that neither Ctrl-C nor a closed terminal reaches it.
record ServerProgram(Path jar) {
  /// The JVM's options: quick to start, and quiet about what the libraries do.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /// The program that the launcher named.
  static ServerProgram named() {
    var jar = System.getProperty("otto.server.jar", "");
    if (jar.isEmpty() || !Files.isReadable(Path.of(jar))) {
      throw new ServerRefusal.NoProgram().refused();
    }
    return new ServerProgram(Path.of(jar));
  }

  /// Starts it on a home; what it says is appended to the log.
  Process start(Path home, ServerLog log, String path) throws IOException {
    var builder = new ProcessBuilder(command(path)).directory(home.toFile());
    builder.environment().put("OTTO_HOME", home.toString());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.file().toFile()));
    return builder.start();
  }

  /// Starts one of its other commands; what it says can be read.
  Process ask(Path home, String... words) throws IOException {
    var command = new ArrayList<>(java());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().put("OTTO_HOME", home.toString());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    return builder.start();
  }

  private static List<String> java() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(OPTIONS);
    return words;
  }

  private List<String> command(String path) {
    var command = new ArrayList<String>();
    if (Program.there("setsid", path)) {
      command.add("setsid");
    }
    command.addAll(java());
    command.addAll(List.of("-jar", jar.toString(), "up"));
    return command;
  }
}

package dev.otto.standalone.crash;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.server.ServerFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real server in a process of its own.
record ServerProcess(Home home, Process process) {
  private static final Duration TO_GET_READY = Duration.ofMinutes(2);
  private static final Duration TO_END = Duration.ofMinutes(1);

  /// Starts it, not yet ready.
  static ServerProcess start(Home home, Map<String, String> environment, File log) {
    return start(home, environment, log, List.of());
  }

  /// Starts it with more words.
  static ServerProcess start(
      Home home, Map<String, String> environment, File log, List<String> more) {
    var words = new ArrayList<>(words());
    words.addAll(more);
    return started(words, home, environment, log);
  }

  /// Starts the fat jar of another build, not yet ready.
  static ServerProcess startOther(
      String jar, Home home, Map<String, String> environment, File log) {
    var words = new ArrayList<>(java());
    words.addAll(ofJar(jar));
    return started(words, home, environment, log);
  }

  private static ServerProcess started(
      List<String> words, Home home, Map<String, String> environment, File log) {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    builder.environment().put("OTTO_HOME", home.folder().toString());
    try {
      return new ServerProcess(home, builder.start());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// The fat jar where there is one, else the classes of this JVM.
  static List<String> words() {
    var words = new ArrayList<>(java());
    var jar = Optional.ofNullable(System.getProperty("otto.server.jar"));
    words.addAll(
        jar.map(ServerProcess::ofJar)
            .orElseGet(() ->
                List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.otto.standalone.Main",
                    "up")));
    return words;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  private static List<String> ofJar(String jar) {
    return List.of("-jar", jar, "up");
  }

  /// What it says of itself once it is ready.
  ServerFile ready() {
    var file =
        Patiently.value(
            TO_GET_READY,
            () -> ServerFile.read(home).filter(said -> said.pid() == process.pid()),
            () -> !process.isAlive());
    return file.orElseThrow(() ->
        new IllegalStateException(
            "the server does not get ready" + (process.isAlive() ? "" : ": it has ended")));
  }

  /// `kill -9`, and waits for its end.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// SIGSTOP: it holds everything and answers nobody.
  void stop() {
    Programs.run("kill", "-STOP", Long.toString(process.pid()));
    Patiently.value(
        Duration.ofSeconds(5),
        () -> OtherProcess.of(process.pid()).filter(OtherProcess::stopped),
        () -> false);
  }

  /// Asks it to end, as Ctrl-C or a service manager would.
  void end() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    if (Patiently.value(
            TO_END, () -> Optional.of(process).filter(one -> !one.isAlive()), () -> false)
        .isEmpty()) {
      throw new IllegalStateException("the server does not end: " + process.pid());
    }
  }
}

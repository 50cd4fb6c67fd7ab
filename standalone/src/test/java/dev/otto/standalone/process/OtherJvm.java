package dev.otto.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A main class in a JVM of its own, so that it can be killed. It prints `READY` and a few words
/// when it is.
public final class OtherJvm implements AutoCloseable {
  private static final String READY = "READY";

  private final Process process;
  private final List<String> said;

  private OtherJvm(Process process, List<String> said) {
    this.process = process;
    this.said = said;
  }

  /// Starts it and waits until it is ready.
  public static OtherJvm running(Class<?> main, Path home, String... arguments) {
    try {
      var process = builder(main, home, arguments).start();
      return new OtherJvm(process, saidUntilReady(process));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Starts it and goes on at once.
  public static OtherJvm starting(Class<?> main, Path home, String... arguments) {
    try {
      return new OtherJvm(builder(main, home, arguments).start(), List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What it printed after `READY`.
  public String words() {
    return said.getLast().substring(READY.length()).strip();
  }

  /// The lines it printed until it was ready.
  public List<String> said() {
    return said;
  }

  public OtherProcess mark() {
    return OtherProcess.of(process.pid()).orElseThrow();
  }

  /// `kill -9`, and waits for its end.
  public void kill() {
    process.destroyForcibly();
    end();
  }

  /// Asks it to end, as Ctrl-C or a service manager would, and returns its exit code.
  public int terminate() {
    process.destroy();
    return end();
  }

  @Override
  public void close() {
    kill();
  }

  private int end() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("does not end: " + process.pid());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static ProcessBuilder builder(Class<?> main, Path home, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                home.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("OTTO_"));
    return builder;
  }

  private static List<String> saidUntilReady(Process process) {
    var said = new ArrayList<String>();
    if (process.inputReader().lines().peek(said::add).noneMatch(line -> line.startsWith(READY))) {
      throw new IllegalStateException("never ready: " + said);
    }
    return said;
  }
}

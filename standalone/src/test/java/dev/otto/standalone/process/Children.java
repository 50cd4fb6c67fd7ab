package dev.otto.standalone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Small programs for a test, all gone when it ends.
public final class Children implements AutoCloseable {
  private final List<Process> started = new ArrayList<>();

  /// One that does nothing for a minute.
  public OtherProcess sleeping() {
    return OtherProcess.of(started("sleep", "60").pid()).orElseThrow();
  }

  /// One that has a dead child of which it takes no notice; the child.
  long zombie() {
    var parent = started("sh", "-c", "sleep 1 & echo $!; exec sleep 60");
    var pid = Long.parseLong(firstLine(parent));
    Waiting.until(() -> OtherProcess.of(pid).isEmpty(), Duration.ofSeconds(5));
    return pid;
  }

  /// Sends a signal, as a person at a terminal would.
  public static void signal(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }

  private Process started(String... command) {
    try {
      var process = new ProcessBuilder(command).start();
      started.add(process);
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String firstLine(Process process) {
    try (BufferedReader reader = process.inputReader()) {
      return String.valueOf(reader.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

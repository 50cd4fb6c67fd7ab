package dev.otto.standalone.process;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.standalone.process.Program.Ending;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts the programs of the ground, all from the one thread that starts processes.
///
/// Each program gets a session of its own, so that Ctrl-C at a terminal reaches Otto alone, and
/// Otto ends the others in order.
public final class ProgramStarter {
  private final ProcessStarter thread;
  private final SearchPath path;
  private final boolean diesWithUs;

  public ProgramStarter(ProcessStarter thread) {
    this(thread, SearchPath.current());
  }

  ProgramStarter(ProcessStarter thread, SearchPath path) {
    this.thread = thread;
    this.path = path;
    this.diesWithUs = works("setpriv", "--pdeathsig", "KILL");
  }

  /// Starts it. What it writes is appended to its log.
  public Process start(Program program) {
    var builder = new ProcessBuilder(wrapped(program)).redirectErrorStream(true);
    builder.directory(program.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(program));
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectOutput(Redirect.appendTo(LogFile.shortened(program.log()).toFile()));
    try {
      return thread.start(builder);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /// Runs it to its end and returns its exit code.
  public int run(Program program) {
    var process = start(program);
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while running " + program.command(), interrupted);
    }
  }

  /// Runs a tool of the user's, with the user's own environment, and says whether it ended well
  /// within the time.
  public boolean built(List<String> command, Path folder, Path log, Duration time) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectOutput(Redirect.appendTo(LogFile.shortened(log).toFile()));
    try {
      var process = thread.start(builder);
      if (process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException cannot) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Whether a program could be started with these words in front, such as `unshare -U`.
  public boolean works(String... prefix) {
    if (path.find(prefix[0]).isEmpty()) {
      return false;
    }
    var command = new ArrayList<>(List.of(prefix));
    command.add("true");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    try {
      return thread.start(builder.redirectOutput(Redirect.DISCARD)).waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException cannot) {
      return false;
    }
  }

  /// What a short command says when it is run; nothing if it cannot be, or takes longer than ten
  /// seconds.
  public String said(List<String> command) {
    try {
      var process = thread.start(new ProcessBuilder(command).redirectErrorStream(true));
      process.getOutputStream().close();
      process
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly());
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException cannot) {
      return "";
    }
  }

  private List<String> wrapped(Program program) {
    var command = new ArrayList<String>();
    path.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    if (program.ending() == Ending.WITH_US && diesWithUs) {
      command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
    }
    command.addAll(program.command());
    return command;
  }

  private Map<String, String> environment(Program program) {
    return Map.of(
        "PATH", path.folders(), "HOME", program.folder().toString(), "LC_ALL", "C", "TZ", "UTC");
  }
}

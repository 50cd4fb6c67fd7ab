package dev.otto.standalone.process;

import dev.otto.activities.process.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A process of this host that somebody started at some time: looked at, asked to end, ended. Never
/// another one that has got its pid since.
public record OtherProcess(ProcessIdentity identity) {
  public OtherProcess(long pid, long startTicks) {
    this(new ProcessIdentity(pid, startTicks));
  }

  /// The living process with this pid.
  public static Optional<OtherProcess> of(long pid) {
    return ProcessIdentity.of(pid).filter(ProcessIdentity::alive).map(OtherProcess::new);
  }

  /// The process that runs this code.
  public static OtherProcess current() {
    return new OtherProcess(ProcessIdentity.own());
  }

  public long pid() {
    return identity.pid();
  }

  public long startTicks() {
    return identity.startTicks();
  }

  public boolean alive() {
    return identity.alive();
  }

  /// Whether it lives but has been stopped (SIGSTOP, a debugger), so that it can answer nobody.
  public boolean stopped() {
    var stat = text("stat").orElse(") ?");
    var state = stat.charAt(stat.lastIndexOf(')') + 2);
    return alive() && (state == 'T' || state == 't');
  }

  /// Asks it to end (SIGTERM).
  public void terminate() {
    handle().ifPresent(ProcessHandle::destroy);
  }

  /// Ends it at once (SIGKILL).
  public void kill() {
    handle().ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Whether it is gone before the time is over.
  public boolean goneWithin(Duration time) {
    return Waiting.until(() -> !alive(), time);
  }

  /// The arguments it was started with; none if it is gone or belongs to someone else.
  public List<String> command() {
    var line = text("cmdline").orElse("");
    return line.isEmpty()
        ? List.of()
        : List.of(line.substring(0, line.length() - 1).split("\0", -1));
  }

  /// The folder it works in; none if it is gone or belongs to someone else.
  public Optional<Path> folder() {
    try {
      return Optional.of(Files.readSymbolicLink(proc("cwd")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  Path proc(String name) {
    return Path.of("/proc", Long.toString(pid()), name);
  }

  private Optional<String> text(String name) {
    try {
      return Optional.of(new String(Files.readAllBytes(proc(name)), StandardCharsets.UTF_8));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private Optional<ProcessHandle> handle() {
    return alive() ? ProcessHandle.of(pid()) : Optional.empty();
  }
}

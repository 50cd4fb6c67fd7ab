package dev.otto.activities.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One command on its way to its end. Whatever it does, it becomes an [Outcome]: it is heard
/// without ever being blocked, ended when its patience is over or somebody says so, and when it is
/// over, nothing that it started runs any more.
public final class Child {
  private static final Logger log = LoggerFactory.getLogger(Child.class);
  private static final Duration FOR_THE_KERNEL = Duration.ofSeconds(10);
  private static final Duration FOR_THE_OUTPUT = Duration.ofSeconds(2);

  private final Surroundings surroundings;
  private final Command command;
  private final Process process;
  private final Thread startedBy;
  private final ProcessIdentity identity;
  private final ProcessTree tree;
  private final Drain out;
  private final Drain err;
  private final Pulse pulse = new Pulse();
  private final Instant startedAt = Instant.now();
  private final Vigil vigil;
  private final AtomicReference<Optional<Function<Exit, Ending>>> stop =
      new AtomicReference<>(Optional.empty());
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread watch = platform("watch").unstarted(this::watch);

  private Child(
      ProcessStarter.Started started,
      Surroundings surroundings,
      Command command,
      OpenLogs logs,
      LineListener listener) {
    this.surroundings = surroundings;
    this.command = command;
    this.process = started.process();
    this.startedBy = started.by();
    this.identity = ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), 0));
    this.tree = surroundings.tree(identity);
    this.vigil = new Vigil(command.patience(), pulse, tree::work);
    this.out = drain("child-stdout", process.getInputStream(), logs.out(), listener);
    this.err = drain("child-stderr", process.getErrorStream(), logs.err(), LineListener.NOBODY);
  }

  /// Starts the command while the fence holds.
  ///
  /// @throws Superseded when it does not
  /// @throws UncheckedIOException when this host cannot start a process or write a log
  public static Child start(
      ProcessStarter starter,
      Surroundings surroundings,
      Command command,
      LineListener lines,
      Fence fence) {
    if (!fence.holds()) {
      throw new Superseded(command.words().getFirst());
    }
    try {
      return begin(starter, surroundings, command, lines, fence);
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot start " + command.words().getFirst(), trouble);
    }
  }

  /// The started process, to be written down: whoever finds it later may end its tree.
  public ProcessIdentity identity() {
    return identity;
  }

  /// Ends the command, gently first. The first reason counts; a command that has ended by itself
  /// stays so (W-05).
  public void end(String reason) {
    stop(exit -> new Ending.Ended(reason, exit));
  }

  /// Says that the command gave a sign of life, although it may have said nothing.
  public void beat() {
    pulse.beat();
  }

  /// Waits for the end. A waiter that is interrupted ends the command.
  public Outcome outcome() {
    var interrupted = false;
    try {
      while (true) {
        try {
          return outcome.get();
        } catch (InterruptedException _) {
          interrupted = true;
          end("interrupted");
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a child was lost sight of", bug.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The outcome, for those who do not want to wait.
  public CompletableFuture<Outcome> ended() {
    return outcome.copy();
  }

  Thread startedBy() {
    return startedBy;
  }

  private Drain drain(String name, InputStream stream, CappedLog kept, LineListener listener) {
    var redaction = new Redaction(surroundings.secrets());
    return new Drain(name, stream, redaction, kept, listener, pulse);
  }

  private static Child begin(
      ProcessStarter starter,
      Surroundings surroundings,
      Command command,
      LineListener lines,
      Fence fence)
      throws IOException {
    var logs = OpenLogs.of(command.logs());
    var child =
        new Child(
            started(starter, surroundings, command, logs), surroundings, command, logs, lines);
    child.live(fence);
    return child;
  }

  private static ProcessStarter.Started started(
      ProcessStarter starter, Surroundings surroundings, Command command, OpenLogs logs)
      throws IOException {
    try {
      return starter.begin(builder(surroundings, command));
    } catch (IOException | RuntimeException trouble) {
      logs.close();
      surroundings.ended();
      throw trouble;
    }
  }

  private static ProcessBuilder builder(Surroundings surroundings, Command command) {
    var builder =
        new ProcessBuilder(surroundings.words()).directory(surroundings.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(surroundings.environment());
    if (command.input() instanceof Input.Nothing) {
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    }
    return builder;
  }

  private void live(Fence fence) {
    out.start();
    err.start();
    watch.start();
    var _ = process.onExit().thenRun(() -> LockSupport.unpark(watch));
    if (!stillHolds(fence)) {
      throw new Superseded(command.words().getFirst());
    }
    write(command.input());
  }

  /// Whether the start is still wanted; if not, or if nobody can tell, nothing of it is left.
  private boolean stillHolds(Fence fence) {
    var holds = false;
    try {
      holds = fence.holds();
    } finally {
      if (!holds) {
        end("superseded");
        tree.end(FOR_THE_KERNEL);
        outcome();
      }
    }
    return holds;
  }

  private void write(Input input) {
    if (input instanceof Input.Text(var words)) {
      platform("stdin").start(() -> write(words, process.getOutputStream()));
    }
  }

  private static void write(String words, OutputStream stdin) {
    try (stdin) {
      stdin.write(words.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      log.debug("input not read to its end: {}", closed.toString());
    }
  }

  /// A child is heard and ended even if everything virtual stands still.
  private static Thread.Builder platform(String name) {
    return Thread.ofPlatform().daemon().name("child-" + name);
  }

  private void stop(Function<Exit, Ending> ending) {
    stop.compareAndSet(Optional.empty(), Optional.of(ending));
    LockSupport.unpark(watch);
  }

  private void watch() {
    try {
      outcome.complete(untilEverythingHasEnded());
    } catch (Throwable bug) {
      outcome.completeExceptionally(bug);
    }
  }

  private Outcome untilEverythingHasEnded() throws InterruptedException {
    try {
      return lived();
    } finally {
      surroundings.ended();
    }
  }

  private Outcome lived() throws InterruptedException {
    var stopped = untilExitOrStop();
    if (stopped.isPresent() && tree.ask()) {
      process.waitFor(command.patience().grace().toMillis(), TimeUnit.MILLISECONDS);
    }
    var survivors = tree.end(FOR_THE_KERNEL);
    var exit = exit();
    var alive = vigil.lasted();
    var output = System.nanoTime();
    var outLog = out.finish(FOR_THE_OUTPUT);
    var errLog = err.finish(FOR_THE_OUTPUT.minusNanos(System.nanoTime() - output));
    var ending = stopped.map(why -> why.apply(exit)).orElseGet(() -> ownEnding(exit, errLog));
    return new Outcome(ending, startedAt, Instant.now(), alive, outLog, errLog, survivors);
  }

  private Optional<Function<Exit, Ending>> untilExitOrStop() {
    while (process.isAlive() && stop.get().isEmpty()) {
      var left = vigil.left();
      if (left <= 0) {
        stop(vigil.overtime());
      } else {
        LockSupport.parkNanos(left);
      }
    }
    return process.isAlive() ? stop.get() : Optional.empty();
  }

  private Exit exit() throws InterruptedException {
    return process.waitFor(FOR_THE_KERNEL.toMillis(), TimeUnit.MILLISECONDS)
        ? Exit.of(process.exitValue())
        : new Exit.Stuck();
  }

  private Ending ownEnding(Exit exit, Log errLog) {
    return surroundings
        .fault(exit, errLog)
        .<Ending>map(Ending.NeverRan::new)
        .orElseGet(() -> new Ending.Exited(exit));
  }
}

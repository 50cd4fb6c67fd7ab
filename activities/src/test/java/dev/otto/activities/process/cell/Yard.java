package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessIdentity;
import dev.otto.activities.process.ProcessStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// A home of Otto with one run's folders in it, and Cells to run commands in.
final class Yard {
  static final Duration PLENTY = Duration.ofSeconds(60);

  final Path otto;
  final Path worktree;
  final Path logs;
  final Marker name = new Marker("test-" + UUID.randomUUID());
  final Cells cells;

  Yard(Path folder, Sandbox sandbox) {
    this(folder, sandbox, new ProcessStarter());
  }

  Yard(Path folder, Sandbox sandbox, ProcessStarter starter) {
    otto = made(folder.resolve("otto"));
    worktree = made(otto.resolve("run/worktree"));
    logs = otto.resolve("run/logs");
    cells = Cells.on(starter, CellSettings.of(sandbox, otto));
    if (sandbox == Sandbox.REQUIRED) {
      var walls = cells.walls();
      assumeTrue(
          walls.all(), () -> "NOT PROVEN: no wall around " + walls.missing() + ", " + walls.why());
    }
  }

  /// A Cell in which the worktree can be changed.
  CellPlan plan() {
    return CellPlan.of(name, worktree, otto.resolve("run/home"), otto.resolve("run/temporary"))
        .with(Mount.writable(worktree));
  }

  Command shell(String script) {
    return command("sh", "-c", script);
  }

  Command command(String... words) {
    return new Command(List.of(words), Patience.of(PLENTY), Logs.in(logs));
  }

  Outcome run(String script) {
    return cells.run(plan(), shell(script));
  }

  /// What the script says on its standard output in a Cell of that plan.
  String said(CellPlan plan, String script) {
    return text(cells.run(plan, shell(script)).out().file());
  }

  String said(String script) {
    return said(plan(), script);
  }

  Cell start(String script) {
    return start(plan(), shell(script));
  }

  Cell start(CellPlan plan, Command command) {
    return cells.start(plan, command, LineListener.NOBODY, Fence.NONE);
  }

  /// Waits until a command has written that file in the worktree.
  void awaitFile(String file) {
    await().atMost(PLENTY).until(() -> Files.exists(worktree.resolve(file)));
  }

  /// Every process that carries this yard's marker, by its number.
  List<Long> marked() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> environment(pid).contains(Marker.VARIABLE + "=" + name))
        .filter(pid -> ProcessIdentity.of(pid).filter(ProcessIdentity::alive).isPresent())
        .toList();
  }

  void assertNothingRuns() {
    assertThat(marked()).isEmpty();
  }

  static List<String> environment(long pid) {
    return zeroEnded(Path.of("/proc/%d/environ".formatted(pid)));
  }

  static List<String> commandLine(long pid) {
    return zeroEnded(Path.of("/proc/%d/cmdline".formatted(pid)));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  static Path written(Path file, String text) {
    try {
      made(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  static Path made(Path folder) {
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static List<String> zeroEnded(Path file) {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\0", -1)).filter(one -> !one.isEmpty()).toList();
    } catch (IOException gone) {
      return List.of();
    }
  }
}

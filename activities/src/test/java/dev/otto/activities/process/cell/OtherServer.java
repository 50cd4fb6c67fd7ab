package dev.otto.activities.process.cell;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A server in a JVM of its own that starts one Cell from a virtual thread and waits for its end:
/// to be killed.
final class OtherServer {
  private OtherServer() {}

  public static void main(String[] words) {
    var sandbox = Sandbox.valueOf(words[0]);
    var otto = Path.of(words[1]);
    var worktree = Path.of(words[2]);
    var plan =
        CellPlan.of(new Marker(words[3]), worktree, otto.resolve("home"), otto.resolve("temporary"))
            .with(Mount.writable(worktree));
    var command =
        new Command(
            List.of("sh", "-c", words[4]),
            Patience.of(Duration.ofMinutes(10)),
            Logs.in(otto.resolve("logs")));
    var cells = Cells.on(new ProcessStarter(), CellSettings.of(sandbox, otto));
    Thread.ofVirtual().start(() -> cells.start(plan, command, LineListener.NOBODY, Fence.NONE));
    while (true) {
      Thread.onSpinWait();
    }
  }
}

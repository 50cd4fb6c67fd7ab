package dev.otto.activities.check;

import dev.otto.activities.host.Host;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.setup.GivenVariables;
import dev.otto.activities.setup.SetUp;
import dev.otto.activities.setup.TearDown;
import dev.otto.model.Lease;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where checks of one product run: its files, a clean home, and logs of their own.
///
/// @param purpose what the checks are for, such as `api` or `audit.1`: it names processes and logs
public record CheckPlace(Host host, Lease lease, String purpose, Path files) {
  /// Runs a command of the project to its end.
  public Outcome run(String name, List<String> argv, Duration limit) {
    new SetUp(host, lease).in(purpose, files);
    return host.cells()
        .start(plan(), command(name, argv, limit), LineListener.NOBODY, host.fence(lease))
        .outcome();
  }

  /// Starts the product on this port, so that it can be reached.
  Cell serve(List<String> argv, int port) {
    new SetUp(host, lease).in(purpose, files);
    return host.cells()
        .start(
            plan().withEnvironment(Map.of("PORT", String.valueOf(port))).withReach(),
            command("product", argv, Duration.ofHours(1)),
            LineListener.NOBODY,
            host.fence(lease));
  }

  /// Ends the place before its files are taken away.
  public void tearDown() {
    new TearDown(host, lease).of(files);
  }

  /// What a project was given and nobody else may see.
  Map<String, String> secrets() {
    return GivenVariables.of(host, host.runs().of(lease));
  }

  private CellPlan plan() {
    return host.cell(lease.run(), "checks." + purpose, files)
        .with(Mount.writable(files))
        .withSecrets(secrets())
        .with(pointer().map(Mount::readOnly).toList());
  }

  /// What says where the git of a worktree is; that is not a command's to say.
  private Stream<Path> pointer() {
    return Stream.of(files.resolve(".git"))
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
  }

  private Command command(String name, List<String> argv, Duration limit) {
    var logs = host.places().logs(lease.run()).resolve("checks").resolve(purpose).resolve(name);
    return new Command(argv, Patience.of(limit), Logs.in(logs));
  }
}

package dev.otto.activities.setup;

import dev.otto.activities.gateway.PackageWay;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Network;
import dev.otto.activities.process.cell.PackageCaches;
import dev.otto.model.Lease;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Commands of a project in one of its folders, to set it up or to tear it down: in a Cell, with a
/// way to packages and to nothing else.
///
/// @param kind what they do, such as `setup`: it names their logs
/// @param purpose what the folder is for, such as `api` or `audit.1`
record FolderCommands(Host host, Lease lease, String kind, String purpose, Path files) {
  /// Runs one of them to its end.
  Outcome run(
      List<String> words,
      int number,
      Duration limit,
      PackageWay way,
      Map<String, String> variables) {
    var outcome =
        host.cells()
            .start(
                plan(way).withSecrets(variables),
                new Command(words, Patience.of(limit), Logs.in(logs(number))),
                LineListener.NOBODY,
                host.fence(lease))
            .outcome();
    host.check(lease);
    return outcome;
  }

  /// Where the command of that number is logged.
  Path logs(int number) {
    return host.places().logs(lease.run()).resolve(kind).resolve(purpose).resolve("" + number);
  }

  /// How one that failed ended.
  static String how(Outcome outcome) {
    return switch (outcome.ending()) {
      case Ending.Exited(Exit.Code(var code)) -> "exit code " + code;
      case Ending.Exited(Exit.Signal(var number)) -> "ended by signal " + number;
      case Ending.Exited(Exit.Stuck()) -> "it could not be ended";
      case Ending.TimedOut(var limit, _) -> "not done after %d s".formatted(limit.toSeconds());
      case Ending.FellSilent _, Ending.Ended _ -> "it was ended";
      case Ending.NeverRan(var why) -> why;
    };
  }

  private CellPlan plan(PackageWay way) {
    var cell = host.cell(lease.run(), "setup." + purpose, files).with(Mount.writable(files));
    var plan = PackageCaches.own().filledIn(cell).withEnvironment(Map.of("CI", "true"));
    var git = files.resolve(".git");
    var pointed =
        Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS) ? plan.with(Mount.readOnly(git)) : plan;
    return host.cells().walls().network()
        ? pointed.withEnvironment(told(way)).withOutlet(way.address())
        : pointed.withNetwork(Network.HOST);
  }

  private Map<String, String> told(PackageWay way) {
    return PackageWay.toldAt(host.cells().seenFromInside(way.address()).getPort());
  }
}

package dev.otto.activities.process.cell;

import dev.otto.activities.process.Child;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out which walls this host allows: makes a real Cell, the best kind first, and looks around
/// from inside.
final class WallTrial {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String SECRET = "nobody in a Cell may read this";

  private static final String LOOKED = "bubblewrap started, but from inside they were not there";

  /// Says its namespaces, its rights, and what it could read and write that it should not.
  private static final String LOOK =
      """
      for wall in pid net user; do echo "$wall $(readlink /proc/self/ns/$wall)"; done
      grep CapEff /proc/self/status
      cat "$1"
      (: > "$2/written") 2>&1 && echo "could write"
      """;

  private final ProcessStarter starter;
  private final CellFolder cells;
  private final Landscape landscape;

  WallTrial(ProcessStarter starter, CellFolder cells, Landscape landscape) {
    this.starter = starter;
    this.cells = cells;
    this.landscape = landscape;
  }

  /// The best kind of walls, if any can be put up, and which of them stand.
  record Result(Optional<Bubblewrap> bubblewrap, Walls walls) {
    static Result none(String why) {
      return new Result(Optional.empty(), Walls.none(why));
    }
  }

  Result run(Optional<Path> bubblewrap) throws IOException {
    var program = bubblewrap.or(() -> SearchPath.own().find("bwrap")).filter(Files::isExecutable);
    var session = SearchPath.own().find("setsid");
    if (program.isEmpty() || session.isEmpty()) {
      return Result.none(
          program.isEmpty() ? "bubblewrap is not installed" : "setsid of util-linux is not there");
    }
    var asRoot = OwnUser.isRoot();
    var why = "";
    for (var ownNetwork : List.of(true, false)) {
      for (var ownProc : List.of(true, false)) {
        var kind = new Bubblewrap(program.get(), session.get(), asRoot, ownProc, ownNetwork);
        var found = lookAround(kind, why);
        if (found.processes()) {
          return new Result(Optional.of(kind), found);
        }
        why = why.isEmpty() ? found.why() : why;
      }
    }
    return Result.none(why);
  }

  private Walls lookAround(Bubblewrap kind, String whyNotBetter) throws IOException {
    var trial = Files.createDirectories(cells.trial());
    try {
      var secret = Files.writeString(trial.resolve("secret"), SECRET);
      var closed = Files.createDirectories(trial.resolve("closed"));
      var plan =
          CellPlan.of(
                  new Marker("trial-" + ProcessHandle.current().pid()),
                  Path.of("/"),
                  Files.createDirectories(trial.resolve("home")),
                  Files.createDirectories(trial.resolve("temporary")))
              .with(Mount.readOnly(closed));
      var words = List.of("/bin/sh", "-c", LOOK, "look", secret.toString(), closed.toString());
      var command = new Command(words, Patience.of(LONGEST), Logs.in(trial));
      return seen(run(kind, plan, command), whyNotBetter);
    } finally {
      remove(trial);
    }
  }

  private Outcome run(Bubblewrap kind, CellPlan plan, Command command) throws IOException {
    var ground = WalledGround.of(kind, plan, landscape, cells, command.words(), () -> {});
    return Child.start(starter, ground, command, LineListener.NOBODY, Fence.NONE).outcome();
  }

  private static Walls seen(Outcome outcome, String whyNotBetter) throws IOException {
    if (outcome.ending() instanceof Ending.NeverRan(var why)) {
      return Walls.none(why);
    }
    var said = Set.copyOf(Files.readAllLines(outcome.out().file()));
    var noRights = said.stream().anyMatch(line -> line.matches("CapEff:\\s+0+"));
    var found =
        new Walls(
            away("pid", said),
            away("net", said),
            !said.contains(SECRET) && !said.contains("could write"),
            away("user", said) && noRights,
            whyNotBetter);
    return found.all() || !whyNotBetter.isEmpty() ? found : found.because(LOOKED);
  }

  /// Whether the look was taken, and from another namespace than ours.
  private static boolean away(String wall, Set<String> said) throws IOException {
    var ours = wall + " " + Files.readSymbolicLink(Path.of("/proc/self/ns", wall));
    return !said.contains(ours)
        && said.stream().anyMatch(line -> line.startsWith(wall + " " + wall + ":["));
  }

  private static void remove(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

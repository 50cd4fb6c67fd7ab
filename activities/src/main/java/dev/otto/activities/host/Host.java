package dev.otto.activities.host;

import dev.otto.activities.git.Clone;
import dev.otto.activities.git.Clones;
import dev.otto.activities.git.Preflight;
import dev.otto.activities.git.Walls;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Reaper;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.PackageCaches;
import dev.otto.activities.record.LeaseEnded;
import dev.otto.activities.record.LeasedRuns;
import dev.otto.model.Contents;
import dev.otto.model.HostId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What all hands of one host share: its places, its Cells, its clones, and the runs as their
/// leases find them.
public record Host(
    HostId id,
    HostPlaces places,
    LeasedRuns runs,
    Contents contents,
    Cells cells,
    Clones clones,
    Preflight preflight,
    Walls gitWalls,
    Variables variables) {
  /// Whose programs a Cell finds: the JDK that runs Otto, then the system's.
  public static final String SEARCH_PATH =
      System.getProperty("java.home") + "/bin:/usr/local/bin:/usr/bin:/bin";

  /// The clone of the run's project, which the run has opened.
  public Clone clone(Run run) {
    return clones.of(places.project(run.project()));
  }

  /// The approved spec of the run.
  public Spec spec(Run run) {
    var revision = run.compilation().revision().orElseThrow();
    return Json.value(contents.text(revision.spec()), Spec.class);
  }

  /// A Cell for one purpose of the run, such as `api` or `audit.1`, in this folder and with a home
  /// of its own.
  public CellPlan cell(RunId run, String purpose, Path folder) {
    var home = places.cellHome(run, purpose);
    var plan =
        CellPlan.of(marker(run, purpose), folder, home, home.resolveSibling(purpose + ".temporary"))
            .withEnvironment(Map.of("PATH", SEARCH_PATH));
    return PackageCaches.own().in(plan, cells.walls());
  }

  /// Ends whatever of an earlier epoch still runs for these purposes of the run, written down or
  /// not.
  public void end(RunId run, String... purposes) {
    var markers = Stream.of(purposes).map(purpose -> marker(run, purpose)).toList();
    new Reaper().reap(List.of(), markers::contains);
  }

  private Marker marker(RunId run, String purpose) {
    return new Marker(id + "." + run + "." + purpose);
  }

  /// The walls that stand around everything foreign here, in one phrase.
  public String walls() {
    var missing = cells.walls().missing();
    return missing.isEmpty()
        ? "all: processes, network, files and users"
        : "missing: %s (%s)".formatted(String.join(", ", missing), cells.walls().why());
  }

  /// Whether this lease may still start processes.
  public Fence fence(Lease lease) {
    return () -> runs.holds(lease);
  }

  /// Stops this hand if a newer epoch holds the run.
  public void check(Lease lease) {
    if (!runs.holds(lease)) {
      throw new LeaseEnded(lease);
    }
  }
}

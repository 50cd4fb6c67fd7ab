package dev.otto.worker;

import dev.otto.activities.contents.FileContents;
import dev.otto.activities.git.Clones;
import dev.otto.activities.git.Fence;
import dev.otto.activities.git.Git;
import dev.otto.activities.git.Preflight;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.HostPlaces;
import dev.otto.activities.host.Variables;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.ProcessIdentity;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Programs;
import dev.otto.activities.process.Reaper;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.record.LeasedRuns;
import dev.otto.model.HostId;
import dev.otto.store.call.CallRows;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the host of a worker from its home, and ends what an earlier worker of that home left
/// behind.
public final class HostParts {
  private static final Logger LOG = LoggerFactory.getLogger(HostParts.class);

  private HostParts() {}

  /// The host with this home, whose walls are wanted so.
  public static Host of(HostId id, Path home, Jdbi jdbi, Sandbox sandbox) {
    return of(id, home, jdbi, sandbox, Variables.own());
  }

  /// The same for a user with this environment.
  public static Host of(HostId id, Path home, Jdbi jdbi, Sandbox sandbox, Variables variables) {
    var starter = new ProcessStarter();
    var git = Git.installed(new Programs(starter), home.resolve("git"));
    var places = new HostPlaces(home);
    var cells = Cells.on(starter, CellSettings.of(sandbox, home));
    return new Host(
        id,
        places,
        new LeasedRuns(jdbi),
        new FileContents(places.contents()),
        cells,
        new Clones(git, Fence.OPEN),
        new Preflight(git),
        (program, readable, writable) ->
            cells.around(program.marked(new Marker(id + ".git")), readable, writable),
        variables);
  }

  /// Ends processes that an earlier worker of this host started and did not see end.
  public static void reap(HostId id, Jdbi jdbi) {
    var known =
        jdbi.withExtension(CallRows.class, rows -> rows.openOn(id.value())).stream()
            .flatMap(row -> row.running().stream())
            .map(one -> new ProcessIdentity(one.pid(), one.startTicks()))
            .toList();
    var reaped = new Reaper().reap(known, marker -> marker.value().startsWith(id + "."));
    if (!reaped.ended().isEmpty()) {
      LOG.info("left-over processes ended: count={}", reaped.ended().size());
    }
    reaped.left().forEach(one -> LOG.warn("process would not end: pid={}", one.pid()));
  }
}

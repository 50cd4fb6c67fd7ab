package dev.otto.activities.process.cell;

import dev.otto.activities.process.Child;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.OpenGround;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Program;
import dev.otto.activities.process.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where Cells are made. Which walls this host allows is found out once, by looking from inside a
/// real Cell.
///
/// Without walls a command runs in a session of its own, with the same environment, the same limits
/// and the same end.
public final class Cells {
  private static final Logger log = LoggerFactory.getLogger(Cells.class);

  private final ProcessStarter starter;
  private final Sandbox sandbox;
  private final CellFolder folder;
  private final Landscape landscape;
  private final LauncherClasses launcher;
  private final Optional<Bubblewrap> bubblewrap;
  private final Walls walls;

  private Cells(
      ProcessStarter starter,
      Sandbox sandbox,
      CellFolder folder,
      Landscape landscape,
      LauncherClasses launcher,
      WallTrial.Result found) {
    this.starter = starter;
    this.sandbox = sandbox;
    this.folder = folder;
    this.landscape = landscape;
    this.launcher = launcher;
    this.bubblewrap = found.bubblewrap();
    this.walls = found.walls();
  }

  /// Finds out which walls stand on this host.
  public static Cells on(ProcessStarter starter, CellSettings settings) {
    try {
      var folder = CellFolder.below(settings.home());
      var landscape = Landscape.of(settings, folder.empty());
      var launcher = LauncherClasses.in(folder);
      var found =
          settings.sandbox() == Sandbox.OFF
              ? WallTrial.Result.none("the sandbox is switched off")
              : new WallTrial(starter, folder, landscape).run(settings.bubblewrap());
      log.info("walls found: missing={} why={}", found.walls().missing(), found.walls().why());
      return new Cells(starter, settings.sandbox(), folder, landscape, launcher, found);
    } catch (IOException trouble) {
      throw new UncheckedIOException("no Cells can be made in " + settings.home(), trouble);
    }
  }

  /// The walls around every Cell made here. (The network's is left out where a plan wants the
  /// host's.)
  public Walls walls() {
    return walls;
  }

  /// Starts the command in a Cell of its own.
  ///
  /// @throws dev.otto.model.Refusal.Refused with a [CellRefusal]
  /// @throws dev.otto.activities.process.Superseded when the fence has fallen
  /// @throws UncheckedIOException when this host cannot start a process or write a log
  public Cell start(CellPlan plan, Command command, LineListener lines, Fence fence) {
    if (sandbox == Sandbox.REQUIRED && !walls.all()) {
      throw new CellRefusal.WallsMissing(walls.missing(), walls.why()).refused();
    }
    makeOwnFolders(plan);
    var ways = ways(plan);
    try {
      var surroundings = surroundings(plan, command, ways);
      return new Cell(Child.start(starter, surroundings, command, lines, fence), ways.reach());
    } catch (RuntimeException refusedOrTrouble) {
      ways.close();
      throw refusedOrTrouble;
    }
  }

  /// Runs the command in a Cell of its own to its end.
  public Outcome run(CellPlan plan, Command command) {
    return start(plan, command, LineListener.NOBODY, Fence.NONE).outcome();
  }

  /// A program of Otto's own, such as git that reads what a command wrote, behind the walls that
  /// stand: without a network, seeing these places beside the system, and changing only those.
  public Program around(Program program, List<Path> readable, List<Path> writable) {
    var mounts = new ArrayList<>(readable.stream().map(Mount::readOnly).toList());
    writable.stream().map(Mount::writable).forEach(mounts::add);
    return bubblewrap
        .map(walls -> program.behind(walls.around(landscape.mounts(mounts))))
        .orElse(program);
  }

  /// Where a Cell without a network finds this address of the host, if its plan has it as its way
  /// out.
  public InetSocketAddress seenFromInside(InetSocketAddress target) {
    return walls.network()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), Ways.PORT_OUT)
        : target;
  }

  private Surroundings surroundings(CellPlan plan, Command command, Ways ways) {
    return bubblewrap
        .<Surroundings>map(walls -> walled(walls, plan, command, ways))
        .orElseGet(() -> open(plan, command));
  }

  private WalledGround walled(Bubblewrap walls, CellPlan plan, Command command, Ways ways) {
    var words = command.words();
    var given = plan;
    if (ways.needLauncher()) {
      words = launcher.words(ways, words);
      given = plan.with(launcher.mounts(ways, landscape));
    }
    try {
      return WalledGround.of(walls, given, landscape, folder, words, ways::close);
    } catch (IOException trouble) {
      throw new UncheckedIOException("a Cell cannot be prepared", trouble);
    }
  }

  private OpenGround open(CellPlan plan, Command command) {
    var environment = new HashMap<>(landscape.environment(plan, plan.temporary()));
    environment.putAll(plan.secrets());
    environment.put("PWD", plan.folder().toString());
    return new OpenGround(
        plan.limits().before(command.words(), false),
        plan.folder(),
        environment,
        plan.secrets().values(),
        plan.name());
  }

  /// Where the Cell has a network of its own, a line into it and an outlet, as its plan says; where
  /// it has not, nothing is in the way.
  private Ways ways(CellPlan plan) {
    if (plan.network() != Network.NONE || !walls.network()) {
      return new Ways(new DirectReach(), Optional.empty());
    }
    var reach = plan.reachable() ? LineReach.listening(folder.socket()) : (Reach) new DirectReach();
    return new Ways(reach, plan.outlet().map(target -> Outlet.listening(folder.socket(), target)));
  }

  private static void makeOwnFolders(CellPlan plan) {
    try {
      Files.createDirectories(plan.home());
      Files.createDirectories(plan.temporary());
    } catch (IOException trouble) {
      throw new UncheckedIOException("a Cell cannot have its own folders", trouble);
    }
  }
}

package dev.otto.activities.process.cell;

import dev.otto.activities.process.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What of this host's files a Cell does and does not see before its plan adds anything: the system
/// can be read; homes, Otto's own and people's, sockets, other programs' temporary files and the
/// few secret places of the system are hidden.
record Landscape(List<Path> hidden, List<Path> programs, Path emptyFile) {
  static final Path TEMPORARY = Path.of("/tmp/t");

  private static final List<Path> SCRATCH = List.of(Path.of("/tmp"), Path.of("/var/tmp"));
  private static final Path RESOLVER = Path.of("/etc/resolv.conf");

  /// Folders that hold people's and programs' own things, sockets among them.
  private static final List<String> OWN = List.of("/root", "/home", "/run", "/mnt", "/media");

  /// What only root can read, and an Otto that is root must not show.
  private static final List<String> SECRET =
      List.of(
          "/etc/shadow",
          "/etc/shadow-",
          "/etc/gshadow",
          "/etc/gshadow-",
          "/etc/ssh",
          "/etc/ssl/private",
          "/etc/letsencrypt",
          "/var/backups",
          "/var/log",
          "/var/spool",
          "/var/lib/docker",
          "/var/lib/kubelet",
          "/var/lib/mysql",
          "/var/lib/postgresql",
          "/var/lib/private");

  static Landscape of(CellSettings settings, Path emptyFile) {
    var homes = Stream.of(settings.home(), Path.of(System.getProperty("user.home")));
    var known = Stream.of(OWN, OwnUser.isRoot() ? SECRET : List.<String>of());
    var hidden =
        Stream.of(homes, known.flatMap(List::stream).map(Path::of), settings.hidden().stream())
            .flatMap(paths -> paths)
            .flatMap(path -> real(path).stream())
            .filter(path -> path.getNameCount() > 0)
            .distinct()
            .toList();
    return new Landscape(hidden, settings.programs(), emptyFile).withJava();
  }

  /// The runtime that Otto runs on is what its own programs in a Cell run on, wherever it lies.
  private Landscape withJava() {
    var java = Path.of(System.getProperty("java.home"));
    return sees(java)
        ? this
        : new Landscape(
            hidden, Stream.concat(programs.stream(), Stream.of(java)).toList(), emptyFile);
  }

  /// Everything that is mounted for this plan, each target once, parents before children.
  List<Mount> mounts(CellPlan plan) {
    var mounts = new ArrayList<Mount>();
    if (plan.network() == Network.HOST) {
      real(RESOLVER).filter(file -> !sees(file)).map(Mount::readOnly).ifPresent(mounts::add);
    }
    mounts.add(Mount.writable(plan.home()));
    mounts.add(new Mount.Writable(plan.temporary(), TEMPORARY));
    mounts.addAll(plan.mounts());
    return mounts(mounts);
  }

  /// Everything that is mounted where these are added, each target once, parents before children.
  List<Mount> mounts(List<Mount> added) {
    var all = new ArrayList<Mount>();
    SCRATCH.forEach(place -> all.add(new Mount.Scratch(place)));
    hidden.forEach(place -> all.add(Mount.hidden(place)));
    programs.forEach(place -> all.add(Mount.readOnly(place)));
    all.addAll(added);
    var byTarget = new LinkedHashMap<Path, Mount>();
    for (var mount : all) {
      source(mount).ifPresent(source -> staysInside(source, all));
      onTheGround(mount).ifPresent(one -> byTarget.put(one.target(), one));
    }
    return byTarget.values().stream()
        .sorted(Comparator.comparingInt(mount -> mount.target().getNameCount()))
        .toList();
  }

  /// All variables of the command but its secrets and its marker.
  Map<String, String> environment(CellPlan plan, Path temporary) {
    var environment = new TreeMap<String, String>();
    environment.put("LANG", "C.UTF-8");
    environment.put("PATH", SearchPath.own().of(this::sees));
    environment.putAll(plan.environment());
    environment.put("HOME", plan.home().toString());
    environment.put("TMPDIR", temporary.toString());
    environment.keySet().removeAll(plan.secrets().keySet());
    environment.remove(Marker.VARIABLE);
    return environment;
  }

  /// Whether what lies there can be seen in a Cell without being given to it.
  boolean sees(Path place) {
    return programs.stream().anyMatch(place::startsWith)
        || Stream.of(SCRATCH, hidden).flatMap(List::stream).noneMatch(place::startsWith);
  }

  /// The mount as this host's files allow it: links in the way of its target are followed, and what
  /// is not there need not be hidden.
  private Optional<Mount> onTheGround(Mount mount) {
    return switch (mount) {
      case Mount.Hidden(var target) -> real(target).map(this::hide);
      case Mount.ReadOnly(var source, var target) ->
          Optional.of(new Mount.ReadOnly(source, real(target).orElse(target)));
      case Mount.Writable(var source, var target) ->
          Optional.of(new Mount.Writable(source, real(target).orElse(target)));
      case Mount.Scratch(var target) -> real(target).map(Mount.Scratch::new);
    };
  }

  /// What lies below another mount may have been put there by a command: a link out of it would
  /// show the Cell anything.
  private static void staysInside(Path source, List<Mount> mounts) {
    for (var mount : mounts) {
      var folder = source(mount).filter(outer -> source.startsWith(outer)).flatMap(Landscape::real);
      var found = real(source);
      if (folder.isPresent() && found.isPresent() && !found.get().startsWith(folder.get())) {
        throw new CellRefusal.LinkedAway(source).refused();
      }
    }
  }

  private static Optional<Path> source(Mount mount) {
    return switch (mount) {
      case Mount.Writable(var source, _) -> Optional.of(source);
      case Mount.ReadOnly(var source, _) -> Optional.of(source);
      case Mount.Hidden _, Mount.Scratch _ -> Optional.empty();
    };
  }

  private Mount hide(Path target) {
    return Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
        ? Mount.hidden(target)
        : new Mount.ReadOnly(emptyFile, target);
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}

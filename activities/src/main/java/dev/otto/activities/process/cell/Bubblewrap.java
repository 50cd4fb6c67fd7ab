package dev.otto.activities.process.cell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program that puts up the walls, and what of its walls this host allows.
///
/// @param session where `setsid` is
/// @param asRoot Otto is root: inside, root is an ordinary user, or a remount would open the
///   read-only system
/// @param ownProc a fresh `/proc` can be mounted, which shows the Cell's processes alone
/// @param ownNetwork the Cell can have a loopback of its own
record Bubblewrap(Path program, Path session, boolean asRoot, boolean ownProc, boolean ownNetwork) {
  private static final int REPORT = 9;

  /// Whom root is inside.
  private static final int ROOT_INSIDE = 1000;

  /// What some shells add to the environment of what they become.
  private static final List<String> SHELLS_OWN = List.of("_", "SHLVL", "OLDPWD");

  /// The words that start the command in its walls. The shell opens the report and becomes setsid,
  /// which opens a session and becomes bubblewrap. All three are still outside: they get no
  /// variable that the command's environment names, for some of those steer the loader or the shell
  /// itself.
  List<String> words(
      CellPlan plan,
      List<Mount> mounts,
      Map<String, String> environment,
      List<String> command,
      Path report) {
    var words = new ArrayList<String>();
    words.addAll(List.of("/bin/sh", "-c", "exec \"$@\" %d>\"$0\"".formatted(REPORT)));
    words.addAll(List.of(report.toString(), session.toString(), program.toString()));
    words.addAll(List.of("--json-status-fd", Integer.toString(REPORT)));
    words.addAll(walls(mounts, plan.network()));
    SHELLS_OWN.forEach(name -> words.addAll(List.of("--unsetenv", name)));
    environment.forEach((name, value) -> words.addAll(List.of("--setenv", name, value)));
    words.addAll(List.of("--chdir", plan.folder().toString(), "--"));
    words.addAll(plan.limits().before(command, !asRoot));
    return List.copyOf(words);
  }

  /// The words that, put before a program of Otto's own, put it behind walls without a network.
  List<String> around(List<Mount> mounts) {
    var words = new ArrayList<>(List.of(program.toString()));
    words.addAll(walls(mounts, Network.NONE));
    words.add("--");
    return List.copyOf(words);
  }

  private List<String> walls(List<Mount> mounts, Network network) {
    var words = new ArrayList<>(List.of("--ro-bind", "/", "/", "--dev", "/dev"));
    words.addAll(ownProc ? List.of("--proc", "/proc") : List.of("--ro-bind", "/proc", "/proc"));
    mounts.forEach(mount -> words.addAll(mounted(mount)));
    mounts.forEach(mount -> words.addAll(sealed(mount)));
    words.addAll(namespaces(network));
    return words;
  }

  /// The users of a Cell.
  Passwd users() {
    return asRoot
        ? new Passwd(ROOT_INSIDE, ROOT_INSIDE)
        : new Passwd(OwnUser.number(), OwnUser.group());
  }

  private List<String> namespaces(Network network) {
    var words = new ArrayList<>(List.of("--unshare-user", "--cap-drop", "ALL"));
    if (asRoot) {
      var user = Integer.toString(ROOT_INSIDE);
      words.addAll(List.of("--uid", user, "--gid", user));
    }
    words.addAll(List.of("--unshare-pid", "--unshare-ipc", "--die-with-parent", "--new-session"));
    if (ownNetwork && network == Network.NONE) {
      words.add("--unshare-net");
    }
    return words;
  }

  private static List<String> mounted(Mount mount) {
    return switch (mount) {
      case Mount.Writable(var source, var target) ->
          List.of("--bind", source.toString(), target.toString());
      case Mount.ReadOnly(var source, var target) ->
          List.of("--ro-bind", source.toString(), target.toString());
      case Mount.Hidden(var target) -> List.of("--tmpfs", target.toString());
      case Mount.Scratch(var target) ->
          List.of("--size", Long.toString(1L << 30), "--tmpfs", target.toString());
    };
  }

  /// Hidden folders are closed after all that lies below them is mounted.
  private static List<String> sealed(Mount mount) {
    return mount instanceof Mount.Hidden(var target)
        ? List.of("--remount-ro", target.toString())
        : List.of();
  }
}

package dev.otto.activities.process.cell;

import dev.otto.activities.process.launcher.Launcher;
import dev.otto.model.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/// The launcher as a Cell gets it: a folder with its class files, and the words that start it
/// there.
record LauncherClasses(Path folder) {
  private static final Path INSIDE = Path.of("/run/otto/launcher");
  private static final Path REACH = Path.of("/run/otto/reach.sock");
  private static final Path OUTLET = Path.of("/run/otto/outlet.sock");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final List<String> NAMES = List.of("Launcher", "Lines", "Line", "Pipe", "Counter");

  /// Small and quick to start.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "-Xrs",
          "-XX:+DisableAttachMechanism",
          "-Xint",
          "-Xmx24m");

  /// A shell that has the launcher (`$0` and the words up to `--`) open the ways, and becomes the
  /// command. The launcher is no child that the command knows of, is deaf to the wish that the
  /// command may end, for which the ways are still needed, and is ended with the Cell.
  private static final String SHELL =
      """
      otto_words=
      while [ "$1" != -- ]; do otto_words="$otto_words $1"; shift; done
      shift
      otto_said=$(
        trap '' HUP INT TERM
        unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
        exec "$0" $otto_words </dev/null &
      )
      [ "$otto_said" = open ] || exit 127
      unset otto_words otto_said SHLVL OLDPWD
      exec "$@"
      """;

  static LauncherClasses in(CellFolder cells) throws IOException {
    var classes = new LinkedHashMap<String, byte[]>();
    for (var name : NAMES) {
      classes.put(name + ".class", bytes(name));
    }
    var folder = Path.of("launcher", digest(classes.values()));
    var packages = folder.resolve(Launcher.class.getPackageName().replace('.', '/'));
    for (var one : classes.entrySet()) {
      cells.written(packages.resolve(one.getKey()).toString(), one.getValue());
    }
    return new LauncherClasses(cells.path().resolve(folder));
  }

  /// What it needs in the Cell: itself, the sockets, and a JDK, wherever that lies.
  List<Mount> mounts(Ways ways, Landscape landscape) {
    var mounts = new ArrayList<Mount>();
    mounts.add(new Mount.ReadOnly(folder, INSIDE));
    ways.line().ifPresent(line -> mounts.add(new Mount.ReadOnly(line.socket(), REACH)));
    ways.outlet().ifPresent(outlet -> mounts.add(new Mount.ReadOnly(outlet.socket(), OUTLET)));
    if (!landscape.sees(JAVA)) {
      mounts.add(Mount.readOnly(JAVA));
    }
    return mounts;
  }

  /// The words that start the command by way of it.
  List<String> words(Ways ways, List<String> command) {
    var words = new ArrayList<>(List.of("/bin/sh", "-c", SHELL));
    words.add(JAVA.resolve("bin/java").toString());
    words.addAll(OPTIONS);
    words.addAll(List.of("-cp", INSIDE.toString(), Launcher.class.getName()));
    ways.line().ifPresent(_ -> words.add("reach=" + REACH));
    ways.outlet().ifPresent(_ -> words.add("outlet=%d:%s".formatted(Ways.PORT_OUT, OUTLET)));
    words.add("--");
    words.addAll(command);
    return words;
  }

  private static byte[] bytes(String name) throws IOException {
    try (var file = Launcher.class.getResourceAsStream(name + ".class")) {
      if (file == null) {
        throw new IllegalStateException("the launcher lacks its class " + name);
      }
      return file.readAllBytes();
    }
  }

  private static String digest(Iterable<byte[]> files) {
    MessageDigest digest = Digest.sha256();
    files.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}

package dev.otto.cli.doctor;

import dev.otto.cli.server.Program;
import dev.otto.cli.shell.Shell;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/// What can be told of this machine without a server.
record LocalFacts(Shell shell) {
  private static final int NEEDED_JAVA = 25;
  private static final Pattern GIT = Pattern.compile("git version (\\d+)\\.(\\d+).*");
  private static final int NEEDED_GIT_MAJOR = 2;
  private static final int NEEDED_GIT_MINOR = 38;
  private static final long LITTLE = 2L * 1024 * 1024 * 1024;

  List<Fact> all() {
    return List.of(system(), java(), git(), home());
  }

  private static Fact system() {
    var name = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return name.startsWith("Linux")
        ? ok("system", name)
        : broken("system", name + " is not Linux.", "Run Otto on Linux.");
  }

  private static Fact java() {
    var version = Runtime.version();
    return version.feature() >= NEEDED_JAVA
        ? ok("jdk", version + " at " + System.getProperty("java.home"))
        : broken("jdk", version + " is too old.", "Install JDK " + NEEDED_JAVA + " or newer.");
  }

  private static Fact git() {
    var said = Program.said("git", "--version");
    if (said.isEmpty()) {
      return broken("git", "It was not found.", "Install git 2.38 or newer.");
    }
    var version = GIT.matcher(said.get());
    var enough = version.matches() && enough(number(version.group(1)), number(version.group(2)));
    return enough
        ? ok("git", said.get())
        : broken("git", said.get() + " is too old.", "Install git 2.38 or newer.");
  }

  private Fact home() {
    var home = shell.home();
    if (!Files.exists(home)) {
      return ok("home", home + " is made at the first start.");
    }
    if (!Files.isDirectory(home) || !Files.isWritable(home)) {
      return broken("home", home + " cannot be written.", "Name another folder with OTTO_HOME.");
    }
    return existing(home);
  }

  private static Fact existing(Path home) {
    try {
      var open =
          !Files.getPosixFilePermissions(home).equals(PosixFilePermissions.fromString("rwx------"));
      if (open) {
        return warning("home", home + " can be read by others.", "chmod 700 " + home);
      }
      var free = Files.getFileStore(home).getUsableSpace();
      return free < LITTLE
          ? warning("home", home + " has little room left.", "Free some gigabytes there.")
          : ok("home", home.toString());
    } catch (IOException unreadable) {
      return broken("home", home + " cannot be read.", "Name another folder with OTTO_HOME.");
    }
  }

  private static boolean enough(int major, int minor) {
    return major > NEEDED_GIT_MAJOR || (major == NEEDED_GIT_MAJOR && minor >= NEEDED_GIT_MINOR);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Fact ok(String name, String sentence) {
    return new Fact(name, Health.OK, sentence, "");
  }

  private static Fact warning(String name, String sentence, String fix) {
    return new Fact(name, Health.WARNING, sentence, fix);
  }

  private static Fact broken(String name, String sentence, String fix) {
    return new Fact(name, Health.BROKEN, sentence, fix);
  }
}

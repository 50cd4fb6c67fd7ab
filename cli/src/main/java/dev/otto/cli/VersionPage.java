package dev.otto.cli;

import dev.otto.cli.server.Build;
import dev.otto.cli.server.Program;
import java.nio.file.Path;
import java.util.Optional;

/// What `otto --version` says: version, build, and the checkout it was built from.
final class VersionPage {
  private static final int BRIEF = 12;

  private VersionPage() {}

  static String text() {
    var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
    var build =
        Build.current().map(digest -> digest.substring(0, Math.min(BRIEF, digest.length())));
    return "otto %s, build %s%s"
        .formatted(version.orElse("(unpackaged)"), build.orElse("unknown"), checkout().orElse(""));
  }

  /// Branch, commit and state of the checkout that the launcher lies in.
  private static Optional<String> checkout() {
    var launcher = System.getProperty("otto.launcher", "");
    if (launcher.isEmpty()) {
      return Optional.empty();
    }
    var folder = Path.of(launcher).resolveSibling("").toString();
    var branch = Program.said("git", "-C", folder, "rev-parse", "--abbrev-ref", "HEAD");
    var commit = Program.said("git", "-C", folder, "rev-parse", "--short=12", "HEAD");
    var changes = Program.said("git", "-C", folder, "status", "--porcelain");
    var state = changes.filter(it -> !it.isEmpty()).map(_ -> " dirty").orElse("");
    return branch
        .flatMap(name -> commit.map(id -> ", %s@%s%s".formatted(name, id, state)))
        .or(() -> Optional.of(""))
        .map(where -> where + ", " + launcher);
  }
}

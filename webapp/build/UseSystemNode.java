import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lets the frontend plugin use the Node.js of this machine: it only knows an installation of its own, so
/// this makes one out of two links. Arguments: the folder of that installation, the oldest major version.
public class UseSystemNode {
  private static final String CURE =
      "Install Node.js %s or newer, or fetch one for this build with -Dnode.install, or build without the web page with -DskipWebapp"
          + " (for ./otto: MAVEN_ARGS=-Dnode.install ./otto ...).";

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var installation = Path.of(arguments[0]).resolve("node");
    var oldest = Integer.parseInt(arguments[1]);
    var trouble = new ArrayList<String>();
    for (var node : onPath()) {
      var version = ask(node, "--version");
      if (major(version) < oldest) {
        trouble.add("%s is %s.".formatted(node, version));
        continue;
      }
      var npm = npmOf(node);
      if (npm == null) {
        trouble.add("%s has no npm.".formatted(node));
        continue;
      }
      Files.createDirectories(installation.resolve("node_modules"));
      link(installation.resolve("node"), node);
      link(installation.resolve("node_modules/npm"), npm);
      return;
    }
    if (trouble.isEmpty()) {
      trouble.add("Node.js was not found.");
    }
    System.err.println("*** " + String.join(" ", trouble) + " " + CURE.formatted(oldest) + " ***");
    System.exit(1);
  }

  private static List<Path> onPath() {
    var nodes = new ArrayList<Path>();
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      var node = Path.of(folder, "node");
      if (!folder.isEmpty() && Files.isExecutable(node)) {
        nodes.add(node.toAbsolutePath());
      }
    }
    return nodes;
  }

  /// The folder of npm: the program `npm` beside node, or on the path, is a link into it.
  private static Path npmOf(Path node) throws IOException {
    var candidates = new ArrayList<Path>();
    candidates.add(node.toRealPath().resolveSibling("npm"));
    for (var each : onPath()) {
      candidates.add(each.resolveSibling("npm"));
    }
    for (var npm : candidates) {
      if (Files.exists(npm)) {
        var folder = npm.toRealPath().getParent().getParent();
        if (Files.exists(folder.resolve("bin/npm-cli.js"))) {
          return folder;
        }
      }
    }
    return null;
  }

  private static String ask(Path node, String question) throws IOException, InterruptedException {
    var process = new ProcessBuilder(node.toString(), question).redirectErrorStream(true).start();
    var answer = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor();
    return answer;
  }

  private static int major(String version) {
    var digits = version.replaceFirst("^v", "").replaceFirst("[^0-9].*$", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static void link(Path from, Path to) throws IOException {
    if (Files.isSymbolicLink(from) && Files.readSymbolicLink(from).equals(to)) {
      return;
    }
    Files.deleteIfExists(from);
    Files.createSymbolicLink(from, to);
  }
}

package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tries to get out of a Cell does not, whoever it is inside and whoever Otto is outside (S-6,
/// S-7).
class EscapeTest {
  private static final String NOBODY = "65534";

  @TempDir Path folder;

  @Test
  void nothing_gets_out_of_a_cell_of_the_user_who_runs_this() throws Exception {
    assertThatNothingGetsOut(told(List.of(), Sandbox.PREFERRED));
  }

  @Test
  void nothing_gets_out_of_a_cell_of_a_plain_user() throws Exception {
    notProvenUnless(OwnUser.isRoot(), "only root can become a plain user here");
    var asNobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    assertThatNothingGetsOut(told(asNobody, Sandbox.PREFERRED));
  }

  /// Otherwise the tries would prove nothing.
  @Test
  void without_walls_the_same_tries_do_get_out() throws Exception {
    var told = told(List.of(), Sandbox.OFF);

    assertThat(told)
        .contains("walls missing: [processes, network, files, users]", "server alive: true")
        .contains(
            "agent OUT write-home",
            "agent OUT write-repository",
            "agent OUT write-git-folder",
            "agent OUT remove-pointer",
            "agent OUT read-token",
            "agent OUT read-other-worktree",
            "agent OUT read-login",
            "agent OUT read-server-environment",
            "agent OUT connect-socket")
        .anyMatch(line -> line.startsWith("product OUT connect-"));
  }

  private static void assertThatNothingGetsOut(List<String> told) {
    notProvenUnless(told.contains("walls missing: []"), "not all walls stand: " + told.getFirst());
    assertThat(told.stream().filter(line -> line.contains(" OUT ")))
        .containsExactly(
            "agent OUT work-inside", "check OUT work-inside", "product OUT work-inside");
    assertThat(told.stream().filter(line -> line.contains(" held "))).hasSize(3 * 29);
    assertThat(told).contains("victim alive: true", "server alive: true");
  }

  /// What a server of that user tells of its fugitive.
  private List<String> told(List<String> as, Sandbox sandbox) throws Exception {
    var home = Files.createDirectory(folder.resolve("f"));
    var words = new ArrayList<>(as);
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes(home)));
    words.addAll(List.of(Fugitive.class.getName(), home.toString(), sandbox.name()));
    if (!as.isEmpty()) {
      ran(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }
    return ran(words);
  }

  /// The class path where everybody can read it: much of it lies in the home of whoever builds.
  private static String classes(Path home) throws IOException {
    var copy = Files.createDirectory(home.resolve("classes"));
    var places = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      var place = Path.of(entry);
      if (place.toString().contains("postgres") || !Files.exists(place)) {
        continue;
      }
      var target = copy.resolve(String.valueOf(places.size()) + "-" + place.getFileName());
      copied(place, target);
      places.add(target.toString());
    }
    return String.join(":", places);
  }

  private static void copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private List<String> ran(List<String> words) throws Exception {
    var output = folder.resolve("said").toFile();
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
    builder.environment().put("OTTO_TEST_KEY", Fugitive.CANARY);
    var process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(output.toPath()).stream()
        .filter(line -> line.matches("(agent|check|product|walls|victim|server) .*"))
        .toList();
  }

  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  private static void notProvenUnless(boolean possible, String why) {
    if (!possible) {
      System.out.println("NOT PROVEN: escapes from a Cell: " + why);
    }
    assumeTrue(possible, () -> "NOT PROVEN: " + why);
  }
}

package dev.otto.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.call.Stage;
import dev.otto.model.spec.GroupSpec;
import dev.otto.model.spec.Spec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for runs that are killed, rehearsed without a kill: it meets what it promises.
class CrashRecipeTest {
  private static final Path CRASH = Path.of("src/test/resources/crash");

  @TempDir private Path folder;

  private Rehearsal run;
  private Spec spec;

  @BeforeEach
  void begin() throws Exception {
    copy(CRASH.resolve("base"), folder.resolve("main"));
    run = Rehearsal.of(folder, CRASH.resolve("recipe.yaml"));
    spec = run.spec();
    run.seal(spec);
  }

  @Test
  void meets_a_red_attempt_a_stray_a_conflict_and_a_repair() throws Exception {
    run.begin("a");
    run.begin("c");
    assertThat(run.work(Stage.BUILD, group("a"), 1, 0)).isEmpty();
    assertThat(run.work(Stage.BUILD, group("c"), 1, 0)).containsExactly("stray.txt");
    assertThat(failing("a")).contains("c-there").doesNotContain("a-says");
    assertThat(failing("c")).doesNotContain("c-there");
    assertThat(run.merge("a")).isEmpty();
    assertThat(run.merge("c")).containsExactly("list.txt");
    run.solve(group("c"));
    assertThat(run.merge("c")).isEmpty();

    run.begin("b");
    assertThat(run.work(Stage.BUILD, group("b"), 1, 0)).isEmpty();
    assertThat(failing("b")).contains("b-doubles");
    assertThat(run.work(Stage.BUILD, group("b"), 2, 0)).isEmpty();
    assertThat(failing("b")).doesNotContain("b-doubles");
    assertThat(run.merge("b")).isEmpty();

    run.begin("d");
    assertThat(run.work(Stage.BUILD, group("d"), 1, 0)).isEmpty();
    assertThat(run.merge("d")).isEmpty();
    assertThat(failing("main")).containsExactly("d-final");

    assertThat(run.work(Stage.FIX, group("d"), 1, 1)).isEmpty();
    assertThat(run.merge("d")).isEmpty();
    assertThat(failing("main")).isEmpty();
  }

  private List<String> failing(String group) throws Exception {
    var failing = new ArrayList<String>();
    try (var bench = new Bench(spec, run.worktree(group))) {
      for (var check : spec.checks()) {
        if (bench.check(check.id().value()).isPresent()) {
          failing.add(check.id().value());
        }
      }
    }
    return failing;
  }

  private GroupSpec group(String id) {
    return spec.group(new GroupId(id)).orElseThrow();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

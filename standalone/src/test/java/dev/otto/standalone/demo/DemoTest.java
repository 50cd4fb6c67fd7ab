package dev.otto.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CheckId;
import dev.otto.model.GroupId;
import dev.otto.model.call.Stage;
import dev.otto.model.check.Check;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.GroupSpec;
import dev.otto.model.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo, rehearsed: its calls in order, its groups merged by hand, its product started.
class DemoTest {
  @TempDir private Path folder;

  private Rehearsal run;
  private Spec spec;

  @BeforeEach
  void begin() throws Exception {
    var recipe = DemoFiles.recipe(folder.resolve("demo"));
    DemoFiles.base(folder.resolve("main"));
    run = Rehearsal.of(folder, recipe);
    spec = run.spec();
  }

  @Test
  void the_index_lists_every_file_of_the_demo() throws IOException {
    var resources = Path.of("src/main/resources/demo");
    try (Stream<Path> files = Files.walk(resources)) {
      assertThat(DemoFiles.names())
          .containsExactlyElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> resources.relativize(file).toString())
                  .filter(name -> !name.equals("index.txt"))
                  .sorted()
                  .toList());
    }
    assertThat(run.main().resolve(".gitignore")).hasContent("data/");
  }

  @Test
  void the_spec_shows_every_sort_of_proof() {
    assertThat(clause("manual-1").checks()).hasSize(2);
    assertThat(clause("look-1").judged()).isTrue();
    assertThat(sealed("pages-escape")).isFalse();
    assertThat(sealed("store-keeps")).isTrue();
    assertThat(spec.guardrails()).hasSize(2);
    assertThat(spec.demands()).allSatisfy(demand -> assertThat(demand.becomes()).isNotEmpty());
  }

  @Test
  void the_auditor_points_at_evidence_of_the_audit() throws Exception {
    var answer = run.call(Stage.AUDIT, Optional.empty(), 1, 1, run.main()).orElseThrow();

    var finding = answer.at("/findings/0");
    assertThat(clause(finding.path("clause").asText()).judged()).isTrue();
    assertThat(spec.check(new CheckId(finding.path("evidence").asText()))).isPresent();
    assertThat(answer.path("notLookedAt")).isNotEmpty();
  }

  @Test
  @Tag("slow")
  void the_portal_is_built_merged_found_wrong_in_one_thing_and_repaired() throws Exception {
    run.seal(spec);
    baseKnowsOnlyTheTitle();

    run.begin("domain");
    run.begin("accounts");
    assertThat(run.work(Stage.BUILD, group("domain"), 1, 0)).isEmpty();
    assertThat(run.work(Stage.BUILD, group("accounts"), 1, 0)).isEmpty();
    passes("domain", "domain-rules");
    passes("accounts", "accounts-hashed");
    assertThat(run.merge("domain")).isEmpty();
    assertThat(run.merge("accounts")).containsExactly("README.md");
    run.solve(group("accounts"));
    passes("accounts", "accounts-hashed");
    assertThat(run.merge("accounts")).isEmpty();

    run.begin("store");
    run.begin("pages");
    assertThat(run.work(Stage.BUILD, group("store"), 1, 0)).isEmpty();
    assertThat(checked("store", "store-keeps")).isPresent();
    assertThat(run.work(Stage.BUILD, group("store"), 2, 0)).isEmpty();
    passes("store", "store-keeps");
    assertThat(run.work(Stage.BUILD, group("pages"), 1, 0)).containsExactly("notes/colours.md");
    passes("pages", "pages-escape");
    assertThat(run.merge("store")).isEmpty();
    assertThat(run.merge("pages")).isEmpty();

    run.begin("web");
    assertThat(run.work(Stage.BUILD, group("web"), 1, 0)).isEmpty();
    passes("web", "readme-whole");
    assertThat(run.merge("web")).isEmpty();
    assertThat(failing()).containsExactly("reject-flow");
    assertThat(clausesOf("reject-flow")).containsExactly("decide-2");

    assertThat(run.work(Stage.FIX, group("web"), 1, 1)).isEmpty();
    assertThat(run.merge("web")).isEmpty();
    assertThat(failing()).isEmpty();
  }

  private void baseKnowsOnlyTheTitle() throws Exception {
    try (var bench = new Bench(spec, run.main())) {
      assertThat(bench.check("readme-title")).isEmpty();
      assertThat(bench.check("no-notes")).isEmpty();
      assertThat(bench.check("house-rules")).isEmpty();
      for (var check : List.of("readme-whole", "accounts-hashed", "pages-escape", "domain-rules")) {
        assertThat(bench.check(check)).as(check).isPresent();
      }
    }
  }

  /// The checks that fail on the merged product, after the sample expenses were put in.
  private List<String> failing() throws Exception {
    var product = folder.resolve("product");
    run.git("worktree", "add", "-q", "--detach", product.toString(), "main");
    for (var fixture : spec.fixtures()) {
      assertThat(Programs.run(product, fixture.argv().toArray(String[]::new)).exit()).isZero();
    }
    try (var bench = new Bench(spec, product).started()) {
      var failing = new ArrayList<String>();
      for (var check : spec.checks()) {
        if (bench.check(check.id().value()).isPresent()) {
          failing.add(check.id().value());
        }
      }
      return failing;
    } finally {
      run.git("worktree", "remove", "--force", product.toString());
    }
  }

  private void passes(String group, String check) throws Exception {
    assertThat(checked(group, check)).as(check).isEmpty();
    assertThat(group(group).checks()).contains(new CheckId(check));
  }

  private Optional<String> checked(String group, String check) throws Exception {
    try (var bench = new Bench(spec, run.worktree(group))) {
      return bench.check(check);
    }
  }

  private GroupSpec group(String id) {
    return spec.group(new GroupId(id)).orElseThrow();
  }

  private Clause clause(String id) {
    return spec.clauses()
        .filter(clause -> clause.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> clausesOf(String check) {
    return spec.clauses()
        .filter(clause -> clause.checks().contains(new CheckId(check)))
        .map(clause -> clause.id().value())
        .toList();
  }

  private boolean sealed(String id) {
    return spec.check(new CheckId(id)).orElseThrow() instanceof Check.Command command
        && command.oracle().sealed();
  }
}

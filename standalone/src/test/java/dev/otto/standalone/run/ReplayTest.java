package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.RunId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import dev.otto.standalone.demo.DemoFiles;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's recipe, played by the scripted agent and through each real one.
@Tag("agents")
class ReplayTest {
  @TempDir Path folder;

  @Test
  void the_same_recipe_through_three_agents_gives_the_same_tree_and_the_same_verdicts()
      throws Exception {
    var recipe = DemoFiles.recipe(folder.resolve("recipe"));
    var settings = Stream.of(ProviderKind.values()).map(RealPrograms::settings).toList();
    try (var house =
        new House(
            folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, settings)) {
      var scripted = asked(house, "scripted", recipe);
      var real =
          Stream.of(ProviderKind.values()).map(kind -> asked(house, kind.word(), recipe)).toList();

      assertThat(house.ends(scripted).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      for (var run : real) {
        assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(tree(house, run)).isEqualTo(tree(house, scripted));
        assertThat(verdicts(house, run)).hasSize(2).isEqualTo(verdicts(house, scripted));
        assertThat(happenings(house, run)).isEqualTo(happenings(house, scripted));
      }
    }
  }

  private RunId asked(House house, String provider, Path recipe) {
    var repository = Repository.of(folder.resolve(provider), base());
    return house.ask(
        repository.folder(), "expense approval portal", Wish.through(provider, recipe));
  }

  private Path base() {
    try {
      var base = folder.resolve("base");
      if (!Files.exists(base)) {
        DemoFiles.base(base);
      }
      return base;
    } catch (java.io.IOException trouble) {
      throw new java.io.UncheckedIOException(trouble);
    }
  }

  /// The verdicts of every audit, clause by clause.
  private static List<String> verdicts(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.OfAudit.class::isInstance)
        .map(event -> ((RunEvent.OfAudit) event).event())
        .filter(AuditEvent.Concluded.class::isInstance)
        .map(AuditEvent.Concluded.class::cast)
        .map(audit -> audit.verdict() + " " + audit.clauses())
        .toList();
  }

  /// What happened in the groups, as far as it does not depend on who was faster.
  private static List<String> happenings(House house, RunId run) {
    return house.happenings(run).stream().sorted().toList();
  }

  private static String tree(House house, RunId run) {
    var commit = house.run(run).audits().current().orElseThrow().commit();
    return house.clone(run, "rev-parse", commit.hex() + "^{tree}");
  }
}

package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.audit.Verdict;
import dev.otto.model.settings.RunSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An intent becomes a proof, with nothing pretended but the agent.
@Tag("slow")
class WholeRunTest {
  @TempDir Path folder;

  @Test
  void an_intent_becomes_a_proof() {
    var crash = Path.of("src/test/resources/crash").toAbsolutePath();
    var repository = Repository.of(folder.resolve("thing"), crash.resolve("base"));
    try (var house = new House(folder.resolve("home"))) {
      var settings = Sample.playing(crash.resolve("recipe.yaml"));

      var run = house.ask(repository.folder(), "a thing", settings);

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  static final class Sample {
    static RunSettings playing(Path recipe) {
      return new RunSettings(
          "scripted",
          Optional.of(recipe.toString()),
          Optional.empty(),
          false,
          0,
          0,
          0,
          0,
          Optional.empty(),
          0,
          0);
    }
  }
}

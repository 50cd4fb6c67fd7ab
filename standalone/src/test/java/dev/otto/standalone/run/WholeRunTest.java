package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An intent becomes a proof, with nothing pretended but the agent.
@Tag("slow")
class WholeRunTest {
  @TempDir Path folder;

  @Test
  void an_intent_becomes_a_proof() throws IOException {
    var crash = Path.of("src/test/resources/crash").toAbsolutePath();
    var repository = Repository.of(folder.resolve("thing"), crash.resolve("base"));
    try (var house = new House(folder.resolve("home"))) {
      var settings = Sample.playing(crash.resolve("recipe.yaml"));

      var run = house.ask(repository.folder(), "a thing", settings);

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      holdsEverything(repository.folder().resolve("otto_logs"), run);
      assertThat(house.hands().host().places().cellHomes(run)).isEqualTo(List.of());
    }
  }

  /// What a session leaves in the project, for people and for scripts.
  private static void holdsEverything(Path logs, RunId run) throws IOException {
    var latest = logs.resolve("latest");
    assertThat(Files.readSymbolicLink(latest)).isEqualTo(Path.of("sessions", run.value()));
    var manifest = Json.own().readTree(latest.resolve("manifest.json").toFile());
    assertThat(manifest.path("files").fieldNames())
        .toIterable()
        .contains(
            "changes.patch",
            "intent.txt",
            "product-handoff.json",
            "proof-packet.html",
            "proof-packet.json",
            "spec-state.jsonl",
            "spec/spec.json",
            "spec/spec.md",
            "summary.json")
        .anyMatch(name -> name.matches("spec/attempt-01/c1\\.prompt\\.md"))
        .anyMatch(name -> name.matches("build/[a-z-]+/attempt-01/c\\d+\\.prompt\\.md"))
        .anyMatch(name -> name.matches("build/[a-z-]+/attempt-01/c\\d+\\.transcript\\.jsonl"))
        .allSatisfy(name ->
            assertThat(Digest.of(Files.readAllBytes(latest.resolve(name))).hex())
                .isEqualTo(manifest.path("files").path(name).asText()));
    var summary = Json.own().readTree(latest.resolve("summary.json").toFile());
    assertThat(summary.path("passed").asBoolean()).isTrue();
    assertThat(Files.readAllLines(latest.resolve("spec-state.jsonl")).getFirst())
        .startsWith("{\"seq\":1,")
        .contains("\"type\":\"created\"");
    assertThat(Files.readString(latest.resolve("proof-packet.html"))).contains("How it was made");
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

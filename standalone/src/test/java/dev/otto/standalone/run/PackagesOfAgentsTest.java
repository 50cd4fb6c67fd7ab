package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Packet;
import dev.otto.model.packet.Packet.Fetched;
import dev.otto.model.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of the hosts that an agent at work asked for packages.
class PackagesOfAgentsTest {
  private static final String RECIPE =
      """
      recipe: parts/quick
      when: { stage: build, group: quick }
      steps:
        - run: { cmd: "mkdir -p parts/quick; curl -sS -m 20 https://evil.example/; env > parts/quick/env.txt" }
        - write: { file: parts/quick/done.txt, text: "quick\\n" }
        - usage: { input: 100, output: 10 }
        - say: "Quick is done."
      """;

  @TempDir Path folder;
  private Repository repository;
  private Path recipe;

  @BeforeEach
  void aProject() throws IOException {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    Files.writeString(recipe, RECIPE);
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "NOT PROVEN: no curl");
  }

  @Test
  void a_host_that_was_refused_is_on_record_and_in_the_proof() {
    try (var house = walled()) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(environment(run)).contains("HTTPS_PROXY=http://127.0.0.1:8123");
      assertThat(packet(house, run).packages())
          .containsExactly(new Fetched("quick", List.of(), List.of("evil.example")));
      assertThat(notes(house, run))
          .containsExactly("packages of quick: none reached; refused: evil.example");
    }
  }

  @Test
  void a_user_who_names_no_host_closes_the_way() throws IOException {
    try (var house = walled()) {
      Files.writeString(house.home().config(), "packages: []\n");
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(environment(run)).doesNotContain("HTTPS_PROXY");
      assertThat(packet(house, run).packages()).isEmpty();
    }
  }

  private House walled() {
    var house = new House(folder.resolve("home"));
    if (!house.hands().host().cells().walls().network()) {
      house.close();
      Assumptions.abort("NOT PROVEN: no wall around the network");
    }
    return house;
  }

  private String environment(RunId run) {
    return repository.git("show", "otto/" + run + ":parts/quick/env.txt");
  }

  private static Packet packet(House house, RunId run) {
    var digest = house.run(run).proof().orElseThrow().packet();
    return Json.value(house.hands().host().contents().text(digest), Packet.class);
  }

  private static List<String> notes(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Rendered.class::isInstance)
        .flatMap(event -> ((RunEvent.Rendered) event).proof().notes().stream())
        .toList();
  }
}

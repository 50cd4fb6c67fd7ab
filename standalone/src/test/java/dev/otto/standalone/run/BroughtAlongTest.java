package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.host.Variables;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project wants of its user's folder and environment.
class BroughtAlongTest {
  private static final String CANARY = "canary-7f31c0ffee";
  private static final String RECIPE =
      """
      recipe: parts/quick
      when: { stage: build, group: quick }
      steps:
        - run: { cmd: "mkdir -p parts/quick; cat local/port.txt > parts/quick/port.txt; rm -f .gitignore; env > parts/quick/agent-env.txt" }
        - write: { file: parts/quick/done.txt, text: "quick\\n" }
        - usage: { input: 100, output: 10 }
        - say: "Quick is done."
      """;

  private static final String SERVER =
      """
      void main() throws Exception {
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress(port), 0);
        server.createContext("/", exchange -> {
          var token = System.getenv("SHOP_TOKEN");
          var words = ("the product says " + token).getBytes();
          exchange.getResponseHeaders().set("x-token", token);
          exchange.sendResponseHeaders(200, words.length);
          exchange.getResponseBody().write(words);
          exchange.close();
        });
        server.start();
      }
      """;

  private static final String START =
      """
      {"argv": ["java", "Serve.java"], "ready": {"path": "/", "seconds": 60}}
      """;

  private static final String CHECK =
      """
      {
        "check": "http",
        "id": "says",
        "steps": [
          {
            "actor": "ada",
            "request": {"method": "GET", "path": "/", "headers": {}},
            "expect": {"status": 200, "headers": {}, "contains": ["the product says"], "lacks": []},
            "capture": {"token": {"header": "x-token"}}
          },
          {
            "actor": "ada",
            "request": {"method": "GET", "path": "/${token}", "headers": {}},
            "expect": {"status": 200, "headers": {}, "contains": [], "lacks": []},
            "capture": {}
          }
        ],
        "timeoutSeconds": 30
      }
      """;

  @TempDir Path folder;
  private Repository repository;
  private Path recipe;

  @BeforeEach
  void aProject() throws IOException {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    recipe = Files.createDirectory(folder.resolve("recipe")).resolve("recipe.yaml");
    Files.writeString(recipe, RECIPE);
  }

  /// S-8
  @Test
  void files_and_variables_are_there_where_they_are_needed_and_in_no_commit_log_or_event()
      throws IOException {
    committed(
        """
        copy: [local]
        env: [SHOP_TOKEN]
        setup:
          - [sh, -c, 'test -n "$SHOP_TOKEN" && test -f local/port.txt && echo token $SHOP_TOKEN']
        """);
    Files.createDirectories(repository.folder().resolve("local"));
    repository.write("local/port.txt", "8080\n");
    try (var house = house(Map.of("MY_SHOP_TOKEN", CANARY))) {
      given(house, "{%s: {SHOP_TOKEN: '${MY_SHOP_TOKEN}'}}".formatted(repository.folder()));
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(repository.git("ls-tree", "-r", "--name-only", "otto/" + run).lines())
          .contains("parts/quick/port.txt")
          .doesNotContain("local/port.txt");
      assertThat(repository.git("show", "otto/" + run + ":parts/quick/port.txt")).contains("8080");
      assertThat(repository.git("show", "otto/" + run + ":parts/quick/agent-env.txt"))
          .doesNotContain("SHOP_TOKEN");
      assertThat(notes(house, run))
          .contains("copied from your checkout, for agents to read too: local");
      assertThat(house.log(run)).noneMatch(row -> row.toString().contains(CANARY));
      assertThat(Files.readString(setupLog(house, run))).contains("token [secret]");
      assertThat(holding(folder, CANARY)).isEmpty();
    }
  }

  @Test
  void a_copied_folder_that_is_a_repository_of_its_own_comes_without_its_git() throws IOException {
    committed("copy: [local]\n");
    var own = Repository.empty(repository.folder().resolve("local"));
    own.write("port.txt", "8080\n");
    own.git("add", "-A");
    own.git("commit", "-q", "-m", "own");
    try (var house = house(Map.of())) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(repository.git("show", "otto/" + run + ":parts/quick/port.txt")).contains("8080");
      assertThat(house.log(run))
          .filteredOn(row -> row.body() instanceof RunEvent.OfGroup(_, GroupEvent.Checked _))
          .hasSize(1)
          .allSatisfy(row -> assertThat(row.toString()).doesNotContain("local"));
      assertThat(house.project(run).asides()).isEmpty();
    }
  }

  /// S-8
  @Test
  void a_variable_that_the_product_answers_with_is_in_no_evidence() throws IOException {
    repository.write("Serve.java", SERVER);
    committed("env: [SHOP_TOKEN]\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "product");
    try (var house = house(Map.of("MY_SHOP_TOKEN", CANARY))) {
      given(house, "{%s: {SHOP_TOKEN: '${MY_SHOP_TOKEN}'}}".formatted(repository.folder()));
      var run = house.ask(repository.folder(), "a thing", answering(house));

      house.ends(run);
      assertThat(holding(folder, "the product says [secret]")).isNotEmpty();
      assertThat(holding(folder, CANARY)).isEmpty();
    }
  }

  @Test
  void a_link_out_of_the_project_is_not_followed_and_the_run_says_so() throws IOException {
    committed("copy: [local]\n");
    Files.createSymbolicLink(
        repository.folder().resolve("local"), Files.createDirectory(folder.resolve("secret")));

    try (var house = house(Map.of())) {
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));
      var held = house.until(run, one -> one.hold().isPresent());

      assertThat(held.state())
          .isInstanceOfSatisfying(
              RunState.Paused.class,
              paused ->
                  assertThat(paused.why()).contains("`local` of `copy`", "a link leads there"));
      assertThat(house.calls(run)).isEmpty();
    }
  }

  @Test
  void a_repository_gets_no_variable_that_its_user_does_not_give_to_it() throws IOException {
    committed("env: [SHOP_TOKEN]\n");

    try (var house = house(Map.of("SHOP_TOKEN", CANARY))) {
      given(house, "{/another/project: {SHOP_TOKEN: '${SHOP_TOKEN}'}}");
      var run = house.ask(repository, Wish.playing(recipe).building("quick"));
      var held = house.until(run, one -> one.hold().isPresent());

      assertThat(held.state())
          .isInstanceOfSatisfying(
              RunState.Paused.class,
              paused ->
                  assertThat(paused.why())
                      .contains(
                          "asks for the variable SHOP_TOKEN, and config.yaml does not give it"));
    }
  }

  /// With a check that talks to the product.
  private RunSettings answering(House house) throws IOException {
    var spec = (ObjectNode) Json.own().readTree(Parts.of("quick").spec());
    spec.set("start", Json.own().readTree(START));
    ((ArrayNode) spec.path("checks")).add(Json.own().readTree(CHECK));
    ((ArrayNode) spec.at("/features/0/clauses/0/checks")).add("says");
    return new RunSettings(
        "scripted",
        Optional.of(recipe.toString()),
        Optional.of(house.hands().host().contents().keep(spec.toString())),
        false,
        0,
        0,
        0,
        0,
        Optional.empty(),
        0,
        1);
  }

  private House house(Map<String, String> environment) {
    return new House(
        folder.resolve("home"),
        new EngineChoice.InProcess(),
        Sandbox.PREFERRED,
        List.of(),
        Variables.of(environment));
  }

  private static void given(House house, String variables) throws IOException {
    Files.writeString(house.home().config(), "env: " + variables + "\n");
  }

  private void committed(String settings) {
    repository.write("otto.yaml", settings);
    repository.git("add", "otto.yaml");
    repository.git("commit", "-q", "-m", "settings");
  }

  private static Path setupLog(House house, RunId run) throws IOException {
    var logs = house.hands().host().places().logs(run).resolve("setup/prepare.setup/1");
    try (var files = Files.walk(logs)) {
      return files
          .filter(file -> file.getFileName().toString().contains("out"))
          .findFirst()
          .orElseThrow();
    }
  }

  /// All files below that hold these bytes.
  private static List<Path> holding(Path below, String words) throws IOException {
    try (var files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static List<String> notes(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.Prepared.class::isInstance)
        .flatMap(event -> ((RunEvent.Prepared) event).notes().stream())
        .toList();
  }
}

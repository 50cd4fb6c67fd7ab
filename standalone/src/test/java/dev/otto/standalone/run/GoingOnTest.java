package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import dev.otto.standalone.run.FrontDoor.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are begun in one command and gone on with in another, through the real door.
class GoingOnTest {
  @TempDir private static Path folder;
  private static FrontDoor otto;
  private static Path spec;

  @BeforeAll
  static void open() throws IOException {
    spec = Files.writeString(folder.resolve("spec.json"), Parts.of("quick").spec());
    otto = new FrontDoor(folder.resolve("home"));
  }

  @AfterAll
  static void close() {
    otto.close();
  }

  @Test
  void a_run_that_builds_nothing_stops_at_its_spec_and_is_built_when_it_is_approved()
      throws Exception {
    var user = repository("one");

    var begun = asked(user, "--no-build", "--project-kind", "library", "--json");
    var unsaid = otto.types(user.folder(), "run", "--resume", "--json");
    var branches = user.git("for-each-ref", "refs/heads/otto");
    var built = otto.types(user.folder(), "run", "--resume", "--auto-approve", "--json");

    assertThat(begun.exit()).as(begun.err()).isZero();
    assertThat(json(begun).path("state").asText()).isEqualTo("waiting");
    assertThat(json(unsaid).path("code").asText()).isEqualTo("waits-for-approval");
    assertThat(branches).isEmpty();
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(json(built).path("run")).isEqualTo(json(begun).path("run"));
    assertThat(user.git("for-each-ref", "refs/heads/otto")).isNotEmpty();
  }

  @Test
  void a_spec_at_the_gate_is_changed_and_what_was_changed_is_built() throws Exception {
    var user = repository("five");
    var run = json(asked(user, "--no-build", "--json")).path("run").asText();

    var broken = edited(user, run, "{}");
    var unchanged = json(otto.types(user.folder(), "show", run, "--json")).path("spec");
    var edited = edited(user, run, Parts.of("quick", "other").spec());
    var shown = json(otto.types(user.folder(), "show", run, "--json"));
    var built = otto.types(user.folder(), "run", "--resume", "--auto-approve", "--json");

    assertThat(broken.exit()).isEqualTo(2);
    assertThat(json(broken).path("code").asText()).isEqualTo("invalid-spec");
    assertThat(edited.exit()).as(edited.err()).isZero();
    assertThat(shown.path("spec")).isNotEqualTo(unchanged);
    assertThat(shown.path("groups")).hasSize(2);
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(user.git("ls-tree", "-r", "--name-only", "otto/" + run))
        .contains("parts/quick/done.txt", "parts/other/done.txt");
    assertThat(edited(user, run, Parts.of("quick").spec()).err()).contains("does not wait");
  }

  private static Said edited(Repository user, String run, String text) throws IOException {
    var file = Files.writeString(folder.resolve("edited.json"), text).toString();
    return otto.types(user.folder(), "edit", run, "--file", file, "--json");
  }

  @Test
  void a_spec_is_written_again_with_a_persons_answers_and_that_revision_is_built()
      throws Exception {
    var user = repository("six");
    var run = json(begunWithAQuestion(user)).path("run").asText();

    var unasked = otto.types(user.folder(), "regenerate", run, "--answer", "2=none", "--json");
    var again =
        otto.types(
            user.folder(), "regenerate", run, "--answer", "1=The other one.", "Hurry", "--json");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> shown(user, run).path("state").asText().equals("waiting"));
    var shown = shown(user, run);
    var told = otto.types(user.folder(), "logs", run, "--prompt").out();
    var built = otto.types(user.folder(), "run", "--resume", "--auto-approve", "--json");

    assertThat(json(unasked).path("code").asText()).isEqualTo("no-such-question");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(shown.path("groups")).hasSize(2);
    assertThat(told).contains("Which part else?\nAnswer: The other one.", "Hurry", "f-quick");
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(user.git("ls-tree", "-r", "--name-only", "otto/" + run))
        .contains("parts/quick/done.txt", "parts/other/done.txt");
  }

  @Test
  void a_fork_builds_the_same_spec_on_the_same_base_and_says_where_it_comes_from()
      throws Exception {
    var user = repository("seven");
    var id = json(asked(user, "--json")).path("run").asText();
    var origin = shown(user, id);
    user.write("later.txt", "not of that base\n");
    user.git("add", "-A");
    user.git("commit", "-q", "-m", "later");

    var begun = otto.types(user.folder(), "fork", id, "--from", "build", "--json");
    var fork = json(begun).path("run").asText();
    var followed = otto.types(user.folder(), "watch", fork);
    var shown = shown(user, fork);
    var late = otto.types(user.folder(), "fork", id, "--from", "audit", "--json");

    assertThat(begun.exit()).as(begun.err()).isZero();
    assertThat(followed.exit()).as(followed.out()).isZero();
    assertThat(fork).isNotEqualTo(id);
    assertThat(shown.path("forkedFrom").asText()).isEqualTo(id);
    assertThat(shown.path("base")).isEqualTo(origin.path("base"));
    assertThat(shown.path("spec")).isEqualTo(origin.path("spec"));
    assertThat(user.git("ls-tree", "-r", "--name-only", "otto/" + fork))
        .contains("parts/quick/done.txt")
        .doesNotContain("later.txt");
    assertThat(otto.types(user.folder(), "runs").out()).contains("(fork of " + id + ")");
    assertThat(proof(user, fork).path("forkedFrom").asText()).isEqualTo(id);
    assertThat(late.exit()).isEqualTo(2);
    assertThat(json(late).path("code").asText()).isEqualTo("not-from-there");
  }

  @Test
  void a_fork_with_another_spec_builds_that_one() throws Exception {
    var user = repository("eight");
    var origin = json(asked(user, "--no-build", "--json")).path("run").asText();
    var unapproved = otto.types(user.folder(), "fork", origin, "--from", "build", "--json");
    otto.types(user.folder(), "approve", origin);
    otto.types(user.folder(), "watch", origin);
    var other = Files.writeString(folder.resolve("with.json"), Parts.of("other").spec()).toString();

    var fork =
        json(otto.types(user.folder(), "fork", origin, "--with-spec", other, "--json"))
            .path("run")
            .asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> shown(user, fork).path("state").asText().equals("waiting"));
    otto.types(user.folder(), "approve", fork);
    var built = otto.types(user.folder(), "watch", fork);

    assertThat(json(unapproved).path("code").asText()).isEqualTo("never-approved");
    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(user.git("ls-tree", "-r", "--name-only", "otto/" + fork))
        .contains("parts/other/done.txt")
        .doesNotContain("parts/quick/done.txt");
  }

  private static JsonNode proof(Repository user, String run) throws IOException {
    return Json.own()
        .readTree(
            Files.readString(
                user.folder().resolve("otto_logs/sessions/" + run + "/proof-packet.json")));
  }

  /// A person's own spec with one question, and an agent that knows a better one.
  private static Said begunWithAQuestion(Repository user) throws IOException {
    var asking =
        Parts.of("quick").spec().replaceFirst("[{]", "{\"openQuestions\":[\"Which part else?\"],");
    Files.writeString(folder.resolve("asking.json"), asking);
    Files.writeString(folder.resolve("better.json"), Parts.of("quick", "other").spec());
    var builders = Files.readString(Wish.resources().resolve("parts/recipe.yaml"));
    var recipe =
        Files.writeString(
            folder.resolve("again.yaml"),
            """
            when: { stage: spec }
            steps: [ { output: { from: better.json } } ]
            ---
            """
                + builders);
    return otto.types(
        user.folder(),
        "run",
        "--provider",
        "scripted",
        "--recipe",
        recipe.toString(),
        "--from-spec",
        folder.resolve("asking.json").toString(),
        "--no-build",
        "--json");
  }

  private static JsonNode shown(Repository user, String run) throws JsonProcessingException {
    return json(otto.types(user.folder(), "show", run, "--json"));
  }

  @Test
  void of_two_runs_that_stand_still_one_has_to_be_named() throws Exception {
    var user = repository("two");
    var first = json(asked(user, "--no-build", "--json")).path("run").asText();
    var second = json(asked(user, "--no-build", "--json")).path("run").asText();

    var either = otto.types(user.folder(), "run", "--resume", "--json");
    var named = otto.types(user.folder(), "run", "--resume", first, "--auto-approve", "--json");

    assertThat(either.exit()).isEqualTo(2);
    assertThat(json(either).path("code").asText()).isEqualTo("which-run");
    assertThat(either.err()).contains(first).contains(second).hasLineCount(1);
    assertThat(named.exit()).as(named.err()).isZero();
  }

  @Test
  void a_spec_of_another_kind_than_asked_for_is_refused() throws Exception {
    var refused = asked(repository("three"), "--project-kind", "cli", "--json");

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(json(refused).path("code").asText()).isEqualTo("invalid-spec");
    assertThat(refused.err()).contains("'library' must be 'cli', as was asked for");
  }

  @Test
  void a_talkative_run_tells_what_its_agents_said() {
    var told = asked(repository("four"), "--verbose");

    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(told.out()).contains("Quick is done.");
  }

  private static Said asked(Repository user, String... more) {
    var recipe = Wish.resources().resolve("parts/recipe.yaml").toString();
    var line =
        new String[] {
          "run", "--provider", "scripted", "--recipe", recipe, "--from-spec", spec.toString()
        };
    var words = java.util.Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, words, line.length, more.length);
    return otto.types(user.folder(), words);
  }

  private static Repository repository(String name) {
    var repository = Repository.empty(folder.resolve(name));
    repository.write("README.md", "# Thing\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "base");
    return repository;
  }

  private static JsonNode json(Said said) throws JsonProcessingException {
    return Json.own().readTree(said.out());
  }
}

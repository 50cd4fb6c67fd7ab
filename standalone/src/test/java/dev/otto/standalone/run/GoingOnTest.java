package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import dev.otto.standalone.run.FrontDoor.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

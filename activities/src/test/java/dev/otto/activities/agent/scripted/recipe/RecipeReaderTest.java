package dev.otto.activities.agent.scripted.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recipes are read strictly: what is not understood is refused with its place (W-44).
class RecipeReaderTest {
  private static final String DIFF = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n";

  @TempDir private Path folder;

  @Test
  void every_step_is_understood() throws Exception {
    Files.writeString(folder.resolve("words.txt"), "from a file");
    Files.writeString(folder.resolve("spec.json"), "{\"schema\":\"otto-spec/1\"}");
    Files.writeString(folder.resolve("one.diff"), DIFF);
    var recipe =
        read(
            """
            recipe: everything/1
            when: { stage: fix, group: api, attempt: 2, round: 1, try: 3 }
            steps:
              - slow_start: 1.5s
              - think: hm
              - say: { from: words.txt }
              - usage: { input: 1, output: 2, cached: 3, cost_usd: 0.05 }
              - output: { status: ok }
              - output: { from: spec.json }
              - write: { file: a, text: x, mode: "755" }
              - edit: { file: a, find: x, replace: y }
              - edit: { file: a, find: x, from: words.txt }
              - patch: { file: one.diff }
              - delete: a
              - rename: { from: a, to: b }
              - chmod: { file: a, mode: "644" }
              - symlink: { file: l, target: ../elsewhere }
              - read: { file: a }
              - run: { cmd: "true", expect_exit: 1 }
              - git: [ status, -s ]
              - write_outside: { file: ../x, text: x }
              - sleep: 20ms
              - fail: { kind: USAGE_WINDOW, http: 429, retry_after: 2m, text: "later" }
              - hang
              - crash: { signal: TERM }
              - exit: { code: 3, without_finish: true }
              - bad_schema
              - ignore_term: {}
              - orphan: sleep 1
              - garbage_line
              - half_line: "{"
              - flood: { lines: 1, bytes: 2 }
              - invalid_utf8
              - stderr: noise
              - duplicate_events
            """);

    var document = recipe.documents().getFirst();
    assertThat(document.name()).contains("everything/1");
    assertThat(document.when())
        .isEqualTo(
            new When(
                Optional.of(Stage.FIX),
                Optional.of("api"),
                Optional.of(2),
                Optional.of(1),
                Optional.of(3)));
    assertThat(document.steps())
        .containsExactly(
            new Step.SlowStart(Duration.ofMillis(1500)),
            new Step.Think(new Text.Inline("hm")),
            new Step.Say(new Text.Sibling(folder.resolve("words.txt"))),
            new Step.Usage(1, 3, 2, Optional.of(new BigDecimal("0.05"))),
            new Step.Output(Tree.parse("{\"status\":\"ok\"}")),
            new Step.Output(Tree.parse("{\"schema\":\"otto-spec/1\"}")),
            new Step.Write("a", new Text.Inline("x"), Optional.of("755")),
            new Step.Edit("a", new Text.Inline("x"), new Text.Inline("y")),
            new Step.Edit("a", new Text.Inline("x"), new Text.Sibling(folder.resolve("words.txt"))),
            new Step.Patch(UnifiedDiff.parse(DIFF), DIFF),
            new Step.Delete("a"),
            new Step.Rename("a", "b"),
            new Step.Chmod("a", "644"),
            new Step.Symlink("l", "../elsewhere"),
            new Step.Read("a"),
            new Step.Run("true", Optional.of(1)),
            new Step.Git(List.of("status", "-s")),
            new Step.WriteOutside("../x", new Text.Inline("x")),
            new Step.Sleep(Duration.ofMillis(20)),
            new Step.Fail(
                ErrorKind.USAGE_WINDOW,
                Optional.of(429),
                Optional.of(Duration.ofMinutes(2)),
                "later"),
            new Step.Hang(),
            new Step.Crash("TERM"),
            new Step.Exit(3, true),
            new Step.BadSchema(),
            new Step.IgnoreTerm(),
            new Step.Orphan("sleep 1"),
            new Step.GarbageLine("this is no event"),
            new Step.HalfLine("{"),
            new Step.Flood(1, 2),
            new Step.InvalidUtf8(),
            new Step.Stderr("noise"),
            new Step.DuplicateEvents());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps: [ dance ]                              | document 1, step 1: there is no step 'dance'.
          steps: [ { say: 3 } ]                         | document 1, step 1 (say): 'text' must be a text, not '3'.
          steps: [ { say: a, think: b } ]               | document 1, step 1: a step is one name with its fields, not a mapping of 2 names.
          steps: [ hang, [ say ] ]                      | document 1, step 2: a step is one name with its fields, not a list.
          steps: [ { hang: 3 } ]                        | document 1, step 1 (hang): expects a mapping, not '3'.
          steps: [ { edit: { file: a, replace: b } } ]  | document 1, step 1 (edit): the field 'find' is missing.
          steps: [ { edit: { file: a, find: '', replace: b } } ] | document 1, step 1 (edit): 'find' must not be empty.
          steps: [ { write: { file: a } } ]             | document 1, step 1 (write): one of 'text' and 'from' is missing.
          steps: [ { write: { file: a, text: b, from: c } } ] | document 1, step 1 (write): 'text' and 'from' exclude each other.
          steps: [ { write: { file: a, from: c } } ]    | document 1, step 1 (write): there is no file 'c' beside the recipe.
          steps: [ { write: { file: a, text: b, owner: c } } ] | document 1, step 1 (write): there is no field 'owner' here.
          steps: [ { write: { file: ../a, text: b } } ] | document 1, step 1 (write): '../a' is not a plain relative path.
          steps: [ { write: { file: /a, text: b } } ]   | document 1, step 1 (write): '/a' is not a plain relative path.
          steps: [ { write: { file: a/./b, text: b } } ] | document 1, step 1 (write): 'a/./b' is not a plain relative path.
          steps: [ { write: { file: a, text: b, mode: '0755' } } ] | document 1, step 1 (write): '0755' is not a mode such as "755".
          steps: [ { sleep: 3 } ]                       | document 1, step 1 (sleep): 'for' must be a text, not '3'.
          steps: [ { sleep: soon } ]                    | document 1, step 1 (sleep): 'soon' of 'for' is not a time such as 500ms, 1.5s or 2m.
          steps: [ { run: { cmd: a, expect_exit: -1 } } ] | document 1, step 1 (run): 'expect_exit' must be a whole number from 0, not '-1'.
          steps: [ { usage: { input: 1.5 } } ]          | document 1, step 1 (usage): 'input' must be a whole number from 0, not '1.5'.
          steps: [ { fail: { kind: BORED } } ]          | document 1, step 1 (fail): there is no kind of error 'BORED'.
          steps: [ { crash: { signal: SEGV } } ]        | document 1, step 1 (crash): 'SEGV' is none of the signals KILL, TERM, INT and HUP.
          steps: [ { exit: 256 } ]                      | document 1, step 1 (exit): an exit code is at most 255, not 256.
          steps: [ { git: status } ]                    | document 1, step 1 (git): 'args' must be a list of texts, not 'status'.
          steps: [ hang, { slow_start: 1s } ]           | document 1: 'slow_start' must be the first step.
          steps: { say: a }                             | document 1: 'steps' must be a list, not a mapping.
          recipe: a                                     | document 1: the field 'steps' is missing.
          { steps: [], colour: red }                    | document 1: there is no field 'colour' here.
          { when: { stage: dream }, steps: [] }         | document 1, when: 'dream' is none of the stages spec, build, fix, conflict and audit.
          { when: { group: 3 }, steps: [] }             | document 1, when: 'group' must be a text, not '3'.
          { when: { attempt: 0 }, steps: [] }           | document 1, when: 'attempt' must be a whole number from 1, not '0'.
          { when: { mood: good }, steps: [] }           | document 1, when: there is no field 'mood' here.
          { when: build, steps: [] }                    | document 1, when: expects a mapping, not 'build'.
          """)
  void a_fault_is_one_sentence_with_its_place(String written, String sentence) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(RecipeFault.class)
        .hasMessage("recipe.yaml, " + sentence);
  }

  @Test
  void a_fault_in_a_later_document_is_found_even_if_that_document_is_not_played() {
    assertThatThrownBy(() -> read("steps: []\n---\nsteps: [ hang, dance ]\n"))
        .hasMessage("recipe.yaml, document 2, step 2: there is no step 'dance'.");
  }

  @Test
  void what_is_not_YAML_or_not_there_is_said_so() {
    assertThatThrownBy(() -> read("steps: [ { say: a }"))
        .isInstanceOf(RecipeFault.class)
        .hasMessageStartingWith("recipe.yaml is not YAML: ");
    assertThatThrownBy(() -> read("{ steps: [], steps: [] }"))
        .hasMessageStartingWith("recipe.yaml is not YAML: the key 'steps' is there twice");
    assertThatThrownBy(() -> read("")).hasMessage("The recipe recipe.yaml has no document.");
    assertThatThrownBy(() -> RecipeReader.read(folder.resolve("none.yaml")))
        .hasMessage("There is no recipe %s.".formatted(folder.resolve("none.yaml")));
  }

  @Test
  void the_first_document_that_fits_is_played() throws Exception {
    var recipe =
        read(
            """
            { when: { stage: spec }, steps: [] }
            ---
            { when: { group: api, try: 2 }, steps: [] }
            ---
            { when: { stage: build }, steps: [] }
            ---
            { when: { stage: build, group: api }, steps: [] }
            """);

    assertThat(number(recipe, Stage.SPEC, Optional.empty(), 1)).contains(1);
    assertThat(number(recipe, Stage.BUILD, Optional.of("api"), 1)).contains(3);
    assertThat(number(recipe, Stage.BUILD, Optional.of("api"), 2)).contains(2);
    assertThat(number(recipe, Stage.FIX, Optional.of("api"), 2)).contains(2);
    assertThat(number(recipe, Stage.FIX, Optional.of("web"), 2)).isEmpty();
    assertThat(number(recipe, Stage.AUDIT, Optional.empty(), 1)).isEmpty();
  }

  private static Optional<Integer> number(
      Recipe recipe, Stage stage, Optional<String> group, int tries) {
    var place = new CallOrder(new CallId("c1"), stage, group.map(GroupId::new), 1, 0, tries, 0);
    return recipe.matching(place).map(Recipe.Document::number);
  }

  private Recipe read(String text) throws IOException {
    return RecipeReader.read(Files.writeString(folder.resolve("recipe.yaml"), text));
  }
}

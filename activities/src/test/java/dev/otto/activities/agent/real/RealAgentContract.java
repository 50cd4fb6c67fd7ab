package dev.otto.activities.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentOutcome.Failed;
import dev.otto.activities.agent.AgentOutcome.Lost;
import dev.otto.activities.agent.AgentOutcome.Succeeded;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.model.Request;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.replay.Replays;
import dev.otto.activities.agent.replay.Scene;
import dev.otto.activities.agent.replay.Tools;
import dev.otto.activities.gateway.Bound;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.RunId;
import dev.otto.model.call.Loss;
import dev.otto.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Otto relies on in a real agent's program, tried on the program itself: it is started by its
/// adapter in a Cell, and a scripted model thinks for it.
@Tag("agents")
abstract class RealAgentContract {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"status\"],"
          + "\"properties\":{\"status\":{\"type\":\"string\"}}}";
  private static final String A_SPEC =
      """
      {"schema":"otto-spec/1","title":"A part of a thing",
       "structure":{"kind":"library","language":"text","package":"parts"},
       "demands":[{"words":"thing","becomes":["a-1"]}],
       "features":[{"id":"fa","title":"Part a","clauses":[
         {"id":"a-1","text":"Part a is there.","kind":"new","checks":["a-there"]}]}],
       "groups":[{"id":"a","title":"Part a","features":["fa"],"needs":[],
         "owns":["parts/a/**"],"checks":["a-there"]}],
       "checks":[{"check":"files","id":"a-there",
         "expect":[{"path":"parts/a/done.txt","contains":["a"]}]}]}
      """;
  private static final ExpectedAnswer A_STATUS =
      new ExpectedAnswer.Structured(SCHEMA, RealAgentContract::violations);

  @TempDir private Path folder;

  private Bench bench;

  abstract AgentAdapter adapter(Optional<Integer> turns);

  /// What its models can ask of it.
  abstract Tools tools();

  /// The model has a file written.
  abstract Turn writes(Path file, String line);

  /// The model has a command run.
  abstract Turn runs(String command);

  /// The model answers in the form it was asked for.
  abstract Turn answers(JsonNode answer);

  /// How the provider words a refusal.
  abstract String refusal(String code, String message);

  private AgentAdapter adapter() {
    return adapter(Optional.empty());
  }

  @BeforeEach
  void lay() {
    bench = new Bench(folder, adapter());
  }

  @Test
  void a_call_whose_share_is_used_up_is_refused_once_and_goes_on_when_there_is_more() {
    var share = new SmallShare(ScriptedModelServer.READ);
    try (var model =
        ScriptedModelServer.playing(
            writes(bench.worktree.resolve("hello.txt"), "hello"), Turn.says("It is there."))) {
      bench.within(share);

      var ended = bench.call(model, "Write hello.txt, please.");

      assertThat(share.refusals()).as("the program does not ask again").isOne();
      assertThat(model.everything()).hasSize(1);
      assertThat(ended.process().ending()).isInstanceOf(Ending.Exited.class);
      assertThat(ended.wire().outOfShare()).isTrue();
      assertThat(ended.outcome()).isNotInstanceOf(Succeeded.class);
      assertThat(bench.content("hello.txt").strip()).isEqualTo("hello");

      bench.within(Bound.NONE);
      var next = bench.continued(model, "Go on, please.");

      assertThat(next.outcome()).isEqualTo(new Succeeded("It is there.", Optional.empty()));
      assertThat(model.journal().getLast().text()).contains("Write hello.txt, please.");
    }
  }

  @Test
  void a_model_that_has_taken_all_its_turns_has_reached_the_limit_of_its_call() {
    bench = new Bench(folder.resolve("few"), adapter(Optional.of(2)));
    bench.turns(2);
    try (var model =
        ScriptedModelServer.playing(
            writes(bench.worktree.resolve("one.txt"), "1"),
            writes(bench.worktree.resolve("two.txt"), "2"),
            Turn.says("Both are there."))) {
      var ended = bench.call(model, "Write two files, please.");

      assertThat(ended.outcome())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.LIMIT));
      assertThat(ended.process().ending()).isInstanceOf(Ending.Exited.class);
      assertThat(model.everything()).hasSize(2);
      assertThat(bench.content("two.txt").strip()).isEqualTo("2");
    }
  }

  @Test
  void a_stream_that_stands_still_is_silence_and_nothing_is_left_of_the_agent() {
    bench.silence(Duration.ofSeconds(8));
    try (var model =
        ScriptedModelServer.playing(Turn.says("I am on").then(new Turn.Step.Stalls()))) {
      var ended = bench.call(model, "Go.");

      assertThat(model.everything()).as("it was the stream that stood still").hasSize(1);
      assertThat(ended.process().ending()).isInstanceOf(Ending.FellSilent.class);
      assertThat(loss(ended.outcome())).isEqualTo(Loss.STALLED);
      assertThat(ended.process().survivors()).isEmpty();
    }
  }

  @Test
  void an_agent_that_edits_a_file_has_succeeded_and_the_file_is_there() {
    try (var model =
        ScriptedModelServer.playing(
            writes(bench.worktree.resolve("hello.txt"), "hello"), Turn.says("It is there."))) {
      var ended = bench.call(model, "Write hello.txt, please.");

      assertThat(ended.outcome()).isEqualTo(new Succeeded("It is there.", Optional.empty()));
      assertThat(bench.content("hello.txt").strip()).isEqualTo("hello");
      assertThat(ended.trace().conversation()).isPresent();
      assertThat(ended.trace().used().outputTokens()).isEqualTo(2 * ScriptedModelServer.WRITTEN);
      assertThat(ended.trace().used().inputTokens())
          .isEqualTo(2 * (ScriptedModelServer.READ + ScriptedModelServer.CACHED));
      assertThat(model.journal()).hasSize(2);
      assertThat(model.journal().getFirst().text()).contains("Write hello.txt, please.");
    }
  }

  @Test
  void the_key_reaches_the_service_and_neither_the_agent_nor_a_command_of_it() {
    try (var model =
        ScriptedModelServer.playing(runs("env > seen.txt"), Turn.says("Looked around."))) {
      bench.call(model, "Look around.");

      assertThat(model.journal())
          .allMatch(request -> Bench.KEY.equals(request.headers().get("x-api-key")))
          .noneMatch(request -> request.headers().toString().contains("otto-"));
      var seen = bench.content("seen.txt").lines().map(line -> line.split("=", -1)[0]).toList();
      assertThat(seen).contains("HOME").doesNotContainAnyElementsOf(ofTheUserAlone());
      assertThat(bench.content("seen.txt")).doesNotContain(Bench.KEY);
    }
  }

  @Test
  void an_answer_of_the_form_that_was_asked_for_is_handed_over() throws IOException {
    var answer = Tree.parse("{\"status\":\"ok\"}");
    try (var model =
        ScriptedModelServer.playing(answers(answer), Turn.says("{\"status\":\"ok\"}"))) {
      var ended = bench.call(model, "How is it?", A_STATUS);

      assertThat(ended.outcome())
          .isInstanceOfSatisfying(
              Succeeded.class, well -> assertThat(well.structured()).contains(answer));
    }
  }

  @Test
  void the_form_of_a_spec_is_understood() throws IOException {
    var spec = Tree.parse(A_SPEC);
    try (var model = ScriptedModelServer.playing(answers(spec), Turn.says(A_SPEC))) {
      var form = new ExpectedAnswer.Structured(SpecReader.schema(), _ -> List.of());
      var ended = bench.call(model, "Write the spec.", form);

      assertThat(ended.outcome())
          .isInstanceOfSatisfying(
              Succeeded.class, well -> assertThat(well.structured()).contains(spec));
    }
  }

  @Test
  void an_answer_without_the_form_is_a_failure_though_the_program_is_content() {
    try (var model = ScriptedModelServer.playing(Turn.says("Fine."), Turn.says("Fine, I said."))) {
      var ended = bench.call(model, "How is it?", A_STATUS);

      assertThat(ended.outcome())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.SCHEMA));
    }
  }

  @Test
  void a_rate_limit_loses_the_call_to_the_account_after_one_request_and_without_waiting() {
    var refused =
        Turn.refuses(429, Map.of("retry-after", "30"), refusal("rate_limit_error", "Slow down."));
    try (var model = ScriptedModelServer.playing(refused, refused, refused)) {
      assertThat(bench.call(model, "Go.").outcome())
          .isInstanceOfSatisfying(
              Lost.class,
              lost -> {
                assertThat(lost.loss()).isEqualTo(Loss.ACCOUNT);
                assertThat(lost.retryAfter()).contains(Duration.ofSeconds(30));
              });
      assertThat(model.journal()).hasSize(1);
    }
  }

  @Test
  void a_key_that_is_not_accepted_needs_a_person() {
    var refused = Turn.refuses(401, Map.of(), refusal("authentication_error", "invalid x-api-key"));
    try (var model = ScriptedModelServer.playing(refused, refused, refused)) {
      assertThat(bench.call(model, "Go.").outcome())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.AUTH));
    }
  }

  @Test
  void a_service_in_trouble_loses_the_call_which_is_repeated() {
    var refused = Turn.refuses(500, Map.of(), refusal("api_error", "Internal server error"));
    try (var model = ScriptedModelServer.playing(refused, refused, refused)) {
      assertThat(loss(bench.call(model, "Go.").outcome())).isEqualTo(Loss.CUT);
    }
  }

  @Test
  void a_stream_that_breaks_never_passes_for_an_answer() {
    var broken = Turn.says("Half of").then(new Turn.Step.Breaks());
    try (var model = ScriptedModelServer.playing(broken, broken, broken, broken)) {
      assertThat(loss(bench.call(model, "Go.").outcome())).isEqualTo(Loss.CUT);
    }
  }

  @Test
  void an_agent_that_is_ended_leaves_nothing_behind_and_its_conversation_goes_on() {
    try (var model =
        ScriptedModelServer.playing(
            writes(bench.worktree.resolve("first.txt"), "1"),
            Turn.stalls(),
            Turn.says("I go on."))) {
      var call = bench.begin(model, "Do two things, please.");
      await().atMost(Duration.ofSeconds(60)).until(() -> model.journal().size() == 2);
      call.cell().end("a person paused the run");
      var ended = bench.ended(call);

      assertThat(loss(ended.outcome())).isEqualTo(Loss.OTTO_ENDED);
      assertThat(ended.process().ending()).isInstanceOf(Ending.Ended.class);
      assertThat(ended.process().survivors()).isEmpty();
      assertThat(ended.trace().used().outputTokens())
          .isGreaterThanOrEqualTo(ScriptedModelServer.WRITTEN);

      var next = bench.continued(model, "Go on, please.");

      assertThat(next.outcome()).isEqualTo(new Succeeded("I go on.", Optional.empty()));
      assertThat(next.trace().conversation()).isEqualTo(ended.trace().conversation());
      assertThat(model.journal().getLast().text())
          .contains("Do two things, please.", "Go on, please.", "first.txt");
    }
  }

  @ParameterizedTest
  @CsvSource({"PREFERRED, false", "PREFERRED, true", "OFF, false", "OFF, true"})
  void nothing_is_left_of_an_agent_that_is_ended_or_killed_whatever_its_tool_started_W_08(
      Sandbox sandbox, boolean killed) {
    var place = new Bench(folder.resolve("again"), adapter(), sandbox);
    var sleepers = Sleepers.fresh();
    try (var model = ScriptedModelServer.playing(runs(sleepers.command()), Turn.stalls())) {
      var call = place.begin(model, "Start what you like.");
      await().atMost(Duration.ofSeconds(60)).until(() -> sleepers.living() >= Sleepers.ALL);
      if (killed) {
        Sleepers.kill(call.cell().identity().pid(), adapter());
      } else {
        call.cell().end("a person paused the run");
      }
      var ended = place.ended(call);

      assertThat(loss(ended.outcome())).isEqualTo(killed ? Loss.CRASHED : Loss.OTTO_ENDED);
      await().atMost(Duration.ofSeconds(30)).until(() -> sleepers.living() == 0);
    }
  }

  @Test
  void a_second_call_of_a_conversation_tells_only_what_it_used_itself() {
    try (var model = ScriptedModelServer.playing(Turn.says("One."), Turn.says("Two."))) {
      bench.call(model, "First.");
      var second = bench.continued(model, "Second.");

      assertThat(second.outcome()).isEqualTo(new Succeeded("Two.", Optional.empty()));
      assertThat(second.trace().used().outputTokens()).isEqualTo(ScriptedModelServer.WRITTEN);
      assertThat(second.trace().used().calls()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLAUDE.md", "AGENTS.md"})
  void what_lies_in_a_worktree_says_nothing_to_an_agent_and_starts_nothing(String words) {
    bench.write(words, "The animal of this project is the otter.\n");
    var hook = "{\"hooks\":[{\"type\":\"command\",\"command\":\"touch %s\"}]}".formatted(started());
    bench.write(
        ".claude/settings.json",
        "{\"hooks\":{\"SessionStart\":[%s],\"PreToolUse\":[%s]}}".formatted(hook, hook));
    bench.write(
        ".mcp.json",
        "{\"mcpServers\":{\"bad\":{\"command\":\"touch\",\"args\":[\"%s\"]}}}"
            .formatted(started()));
    bench.write(
        ".codex/config.toml",
        "[mcp_servers.bad]\ncommand = \"touch\"\nargs = [\"%s\"]\n".formatted(started()));
    try (var model = ScriptedModelServer.playing(runs("true"), Turn.says("Done."))) {
      var ended = bench.call(model, "Go.");

      assertThat(ended.outcome()).isInstanceOf(Succeeded.class);
      assertThat(Files.exists(started())).isFalse();
      assertThat(model.journal()).map(Request::text).noneMatch(text -> text.contains("the otter"));
    }
  }

  @Test
  void a_command_that_fails_is_the_models_to_look_at_and_no_end() {
    try (var model =
        ScriptedModelServer.playing(
            runs("ls /there-is-no-such-place"), Turn.says("It is not there."))) {
      var ended = bench.call(model, "Look.");

      assertThat(ended.outcome()).isEqualTo(new Succeeded("It is not there.", Optional.empty()));
      assertThat(model.journal().getLast().text()).contains("No such file or directory");
    }
  }

  @Test
  void a_tool_that_does_not_exist_is_no_end() {
    try (var model =
        ScriptedModelServer.playing(
            Turn.uses("summon", Tree.object().put("what", "an otter")), Turn.says("Never mind."))) {
      assertThat(bench.call(model, "Summon.").outcome())
          .isEqualTo(new Succeeded("Never mind.", Optional.empty()));
    }
  }

  @Test
  void what_is_outside_of_the_worktree_cannot_be_written_behind_walls() throws IOException {
    Assumptions.assumeTrue(bench.walled(), "NOT PROVEN: no walls on this host");
    var outside = Files.createDirectory(folder.resolve("outside")).resolve("mine.txt");
    try (var model =
        ScriptedModelServer.playing(
            runs("mkdir -p %s; echo mine > %s".formatted(outside.getParent(), outside)),
            writes(bench.worktree.resolve("inside.txt"), "yours"),
            Turn.says("I tried."))) {
      assertThat(bench.call(model, "Try.").outcome()).isInstanceOf(Succeeded.class);
      assertThat(outside).doesNotExist();
      assertThat(bench.content("inside.txt").strip()).isEqualTo("yours");
    }
  }

  @Test
  void a_rate_limit_without_a_time_is_one_too() {
    var refused = Turn.refuses(429, Map.of(), refusal("rate_limit_error", "Slow down."));
    try (var model = ScriptedModelServer.playing(refused, refused, refused)) {
      var outcome = bench.call(model, "Go.").outcome();

      assertThat(loss(outcome)).isEqualTo(Loss.ACCOUNT);
      assertThat(((Lost) outcome).retryAfter()).isEmpty();
    }
  }

  @Test
  void a_service_that_has_too_much_to_do_is_left_alone_like_an_account_at_its_limit() {
    var refused = Turn.refuses(529, Map.of(), refusal("overloaded_error", "Overloaded"));
    try (var model = ScriptedModelServer.playing(refused, refused, refused, refused)) {
      assertThat(loss(bench.call(model, "Go.").outcome())).isEqualTo(Loss.ACCOUNT);
    }
  }

  /// A night without a network costs no attempt.
  @Test
  void a_service_that_cannot_be_reached_is_left_alone_too() {
    var gone = ScriptedModelServer.playing(Turn.says("Never."));
    gone.close();

    var outcome = bench.call(gone, "Go.").outcome();

    assertThat(loss(outcome)).isEqualTo(Loss.ACCOUNT);
    assertThat(((Lost) outcome).sentence()).isEqualTo("Its service cannot be reached.");
  }

  @Test
  void an_answer_that_may_not_grow_longer_is_a_limit() {
    var full = Turn.says("And then").then(new Turn.Step.RunsOut());
    try (var model = ScriptedModelServer.playing(full, full, full, full, full, full)) {
      assertThat(bench.call(model, "Tell me everything.").outcome())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.LIMIT));
    }
  }

  @Test
  void a_long_prompt_in_any_letters_arrives_whole() {
    var prompt = "Grüße, 水獭! " + "Read this. ".repeat(20_000) + "This is its end.";
    try (var model = ScriptedModelServer.playing(Turn.says("I read it."))) {
      assertThat(bench.call(model, prompt).outcome()).isInstanceOf(Succeeded.class);
      assertThat(model.journal().getFirst().text()).contains("Grüße, 水獭!", "This is its end.");
    }
  }

  @Test
  void a_recipe_makes_of_the_worktree_what_the_scripted_agent_makes_of_it() throws Exception {
    var recipe = Recipes.everyChange(folder.resolve("recipe"));
    Recipes.before(bench.worktree);
    try (var replays = new Replays(folder.resolve("replays"))) {
      var scene =
          new Scene(RunId.at(Instant.EPOCH, 1), Bench.ORDER, bench.worktree, recipe, tools());

      var ended = bench.call(replays.of(scene), "Build the api, please.");

      assertThat(ended.outcome()).isEqualTo(new Succeeded("All of it.", Optional.empty()));
    }
    var expected = Recipes.before(folder.resolve("expected"));
    Recipes.play(recipe, expected, folder.resolve("home"));
    assertThat(Recipes.content(bench.worktree)).containsExactlyEntriesOf(Recipes.content(expected));
  }

  /// Variables of this JVM that no agent sets by itself.
  private static List<String> ofTheUserAlone() {
    var known = System.getenv().keySet().stream();
    var alone =
        known.filter(name -> name.startsWith("MAVEN_") || name.startsWith("JAVA_")).toList();
    assertThat(alone).isNotEmpty();
    return alone;
  }

  private Path started() {
    return bench.worktree.resolve("started-by-the-repository");
  }

  private static Loss loss(AgentOutcome outcome) {
    assertThat(outcome).isInstanceOf(Lost.class);
    return ((Lost) outcome).loss();
  }

  private static List<String> violations(JsonNode answer) {
    return answer.path("status").isTextual() ? List.of() : List.of("/status must be a text");
  }
}

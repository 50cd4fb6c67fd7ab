package dev.otto.activities.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.claude.ClaudeTools;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model that follows a recipe, asked as Claude Code asks it.
class ReplaysTest {
  private static final RunId RUN = RunId.at(Instant.EPOCH, 1);
  private static final CallOrder FIRST =
      CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0);
  private static final CallOrder SECOND = FIRST.after(Loss.CUT).orElseThrow();

  @TempDir private Path folder;
  private Replays replays;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() {
    replays = new Replays(folder.resolve("replays"));
  }

  @AfterEach
  void close() {
    replays.close();
    client.close();
  }

  @Test
  void each_result_of_a_tool_is_answered_with_the_next_step_of_the_calls_document()
      throws Exception {
    recipe(
        """
        when: { stage: spec }
        steps: [ { say: "not this one" } ]
        ---
        when: { stage: build }
        steps:
          - think: "A file is wanted."
          - write: { file: a.txt, text: "a" }
          - run: "ls"
          - say: "It is there."
        """);
    var model = replays.of(scene(FIRST));

    assertThat(uses(ask(model))).containsExactly("Read");
    assertThat(ask(model).body()).contains("A file is wanted.");
    assertThat(uses(ask(model, 0))).containsExactly("Write");
    assertThat(uses(ask(model, 0, 1))).containsExactly("Bash");
    assertThat(uses(ask(model, 0, 1, 2))).isEmpty();
    assertThat(ask(model, 0, 1, 2).body()).contains("It is there.");
  }

  @Test
  void a_model_that_came_up_again_goes_on_where_the_conversation_is() throws Exception {
    recipe("steps: [ { run: one }, { run: two }, { say: \"Done.\" } ]");
    replays.of(scene(FIRST));
    replays.close();
    open();

    assertThat(ask(replays.of(scene(SECOND)), 0).body()).contains("two");
  }

  @Test
  void a_fault_happens_in_one_try_as_often_as_it_is_asked_for_and_never_again() throws Exception {
    recipe(
        """
        steps:
          - fail: { kind: RATE_LIMIT, retry_after: 20s, text: "Slow down." }
          - say: "After the wait it goes on here."
        """);

    for (var asked = 0; asked < 2; asked++) {
      var refused = ask(replays.of(scene(FIRST)));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).contains("20");
      assertThat(refused.body()).contains("Slow down.");
    }
    replays.close();
    open();
    assertThat(ask(replays.of(scene(SECOND))).body()).contains("After the wait");
  }

  @Test
  void what_only_a_scripted_agent_can_do_is_refused_with_that_sentence() throws Exception {
    recipe("steps: [ garbage_line ]");

    var refused = ask(replays.of(scene(FIRST)));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("only the scripted one does");
  }

  @Test
  void a_call_for_which_there_is_no_document_is_refused_by_its_name() throws Exception {
    recipe("{ when: { stage: audit }, steps: [ { say: \"No.\" } ] }");

    assertThat(ask(replays.of(scene(FIRST))).body())
        .contains("The recipe has no document for stage build, group api, attempt 1.");
  }

  @Test
  void what_an_answer_used_is_what_the_recipe_says() throws Exception {
    recipe("steps: [ { usage: { input: 120, cached: 20, output: 7 } }, { say: \"Done.\" } ]");

    assertThat(ask(replays.of(scene(FIRST))).body())
        .contains("\"input_tokens\":100", "\"cache_read_input_tokens\":20", "\"output_tokens\":7");
  }

  private Scene scene(CallOrder order) {
    return new Scene(
        RUN, order, folder.resolve("worktree"), folder.resolve("recipe.yaml"), new ClaudeTools());
  }

  private void recipe(String text) throws IOException {
    Files.writeString(folder.resolve("recipe.yaml"), text);
  }

  /// Asks in a conversation in which these moves have results.
  private HttpResponse<String> ask(URI model, int... results) throws Exception {
    var body = Tree.object();
    body.putArray("tools").addObject();
    var messages = body.putArray("messages");
    for (var move : results) {
      messages
          .addObject()
          .putArray("content")
          .addObject()
          .put("type", "tool_result")
          .put("tool_use_id", "otto-%s-%d".formatted(part(), move));
    }
    var request =
        HttpRequest.newBuilder(URI.create(model + "/v1/messages"))
            .POST(BodyPublishers.ofString(Tree.line(body)));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String part() {
    var scene = scene(FIRST);
    return scene.part(
        dev.otto.activities.agent.scripted.recipe.RecipeReader.read(scene.recipe())
            .matching(FIRST)
            .orElseThrow());
  }

  private static List<String> uses(HttpResponse<String> answer) throws IOException {
    var uses = new ArrayList<String>();
    for (var line : answer.body().lines().filter(one -> one.startsWith("data:")).toList()) {
      JsonNode block = Tree.parse(line.substring("data:".length())).path("content_block");
      if (block.path("type").asText().equals("tool_use")) {
        uses.add(block.path("name").asText());
      }
    }
    return uses;
  }
}

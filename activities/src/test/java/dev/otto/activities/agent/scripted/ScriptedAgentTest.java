package dev.otto.activities.agent.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.model.call.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripted agent as Otto starts it: a process with a prompt, a worktree and a home.
class ScriptedAgentTest {
  @TempDir private Path folder;

  @Test
  void plays_what_the_recipe_says_for_its_call() throws Exception {
    var run =
        AgentRun.of(
            folder,
            """
            when: { stage: audit }
            steps: [ { say: "wrong document" } ]
            ---
            when: { stage: build, group: api, attempt: 1 }
            steps:
              - think: "Looking for the null check"
              - write: { file: src/ä.txt, text: "one\\n" }
              - edit: { file: src/ä.txt, find: one, replace: two }
              - run: { cmd: "cat src/ä.txt", expect_exit: 0 }
              - usage: { input: 12000, output: 800, cached: 100, cost_usd: 0.05 }
              - say: "Done"
              - output: { status: ok }
            """);

    var ended = run.play(1);

    assertThat(ended.lines())
        .containsExactly(
            "{\"type\":\"started\",\"protocol\":\"otto-agent/1\",\"conversation\":\"build-api-1-0\",\"program\":\"scripted\"}",
            "{\"type\":\"reasoning\",\"text\":\"Looking for the null check\"}",
            "{\"type\":\"tool-call\",\"id\":\"s2\",\"kind\":\"edit\",\"name\":\"write\",\"input\":{\"file\":\"src/ä.txt\"}}",
            "{\"type\":\"tool-result\",\"id\":\"s2\",\"ok\":true,\"output\":\"src/ä.txt\"}",
            "{\"type\":\"tool-call\",\"id\":\"s3\",\"kind\":\"edit\",\"name\":\"edit\",\"input\":{\"file\":\"src/ä.txt\"}}",
            "{\"type\":\"tool-result\",\"id\":\"s3\",\"ok\":true,\"output\":\"src/ä.txt\"}",
            "{\"type\":\"tool-call\",\"id\":\"s4\",\"kind\":\"shell\",\"name\":\"run\",\"input\":{\"command\":\"cat src/ä.txt\"}}",
            "{\"type\":\"tool-result\",\"id\":\"s4\",\"ok\":true,\"exit\":0,\"output\":\"two\\n\"}",
            "{\"type\":\"usage\",\"input\":12000,\"cached\":100,\"output\":800,\"costUsd\":0.05}",
            "{\"type\":\"message\",\"text\":\"Done\"}",
            "{\"type\":\"finished\",\"outcome\":\"succeeded\",\"text\":\"Done\",\"structured\":{\"status\":\"ok\"}}");
    assertThat(ended.exit()).isZero();
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.outcome()).isInstanceOf(AgentOutcome.Succeeded.class);
  }

  @Test
  void a_call_that_the_recipe_does_not_know_is_given_up_with_its_place() throws Exception {
    var run = AgentRun.of(folder, "{ when: { stage: spec }, steps: [] }");

    assertThat(run.play(1).outcome())
        .isEqualTo(
            new AgentOutcome.Failed(
                ErrorKind.GAVE_UP,
                "The recipe has no document for stage build, group api, attempt 1."));
  }

  @Test
  void an_unusable_recipe_is_refused_with_exit_code_2() throws Exception {
    var run = AgentRun.of(folder, "{ steps: [ { sing: loudly } ] }");

    var ended = run.play(1);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.stderr())
        .isEqualTo("recipe.yaml, document 1, step 1: there is no step 'sing'.\n");
    assertThat(ended.outcome())
        .isEqualTo(
            new AgentOutcome.Failed(
                ErrorKind.CONFIG, "recipe.yaml, document 1, step 1: there is no step 'sing'."));
  }

  @Test
  void a_crash_happens_once_and_the_next_try_goes_on_after_it() throws Exception {
    var run =
        AgentRun.of(
            folder,
            "{ steps: [ { write: { file: a, text: one } }, { crash: { signal: KILL } }, { edit: { file: a, find: one, replace: two } } ] }");

    var first = run.play(1);
    var second = run.play(2);

    assertThat(first.outcome()).isEqualTo(lost(Loss.CRASHED, "The agent was killed by signal 9."));
    assertThat(second.outcome()).isInstanceOf(AgentOutcome.Succeeded.class);
    assertThat(run.worktree().resolve("a")).hasContent("two");
  }

  @Test
  void an_agent_that_ignores_TERM_goes_on_to_its_own_end() throws Exception {
    var run =
        AgentRun.of(
            folder,
            "{ steps: [ ignore_term, { write: { file: ready, text: '' } }, { run: { cmd: 'while [ ! -e go ]; do sleep 0.05; done' } } ] }");
    var process = run.start(1);
    Awaitility.await().until(() -> Files.exists(run.worktree().resolve("ready")));

    process.destroy();
    var diedOfTerm = process.waitFor(300, TimeUnit.MILLISECONDS);
    Files.createFile(run.worktree().resolve("go"));

    assertThat(diedOfTerm).isFalse();
    assertThat(run.end(process, 1).outcome()).isInstanceOf(AgentOutcome.Succeeded.class);
  }

  @Test
  void an_orphan_outlives_its_agent() throws Exception {
    var run =
        AgentRun.of(
            folder,
            "{ steps: [ { orphan: { cmd: 'echo $$ > pid.new && mv pid.new pid && exec sleep 60' } } ] }");

    var ended = run.play(1);

    assertThat(ended.outcome()).isInstanceOf(AgentOutcome.Succeeded.class);
    var pid = run.worktree().resolve("pid");
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(pid));
    var orphan = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    assertThat(orphan.isAlive()).isTrue();
    orphan.destroyForcibly();
  }

  @Test
  void broken_output_is_no_success_unless_the_end_is_whole() throws Exception {
    assertThat(played("[ garbage_line, invalid_utf8, { flood: { lines: 20, bytes: 70000 } } ]"))
        .isInstanceOf(AgentOutcome.Succeeded.class);
    assertThat(played("[ half_line ]"))
        .isEqualTo(lost(Loss.CUT, "The agent ended without saying how its work came out."));
    assertThat(played("[ duplicate_events ]"))
        .isEqualTo(
            lost(Loss.CUT, "The agent went on reporting after it said that it had finished."));
    assertThat(played("[ { exit: { code: 0, without_finish: true } } ]"))
        .isEqualTo(lost(Loss.CUT, "The agent ended without saying how its work came out."));
    assertThat(played("[ { stderr: 'out of luck' }, { exit: { code: 3 } } ]"))
        .isEqualTo(
            lost(
                Loss.CRASHED,
                "The agent reported success, but it ended with exit code 3, and its last words were: out of luck."));
  }

  @Test
  void every_kind_of_error_can_be_scripted() throws Exception {
    assertThat(played("[ { fail: { kind: RATE_LIMIT, http: 429, retry_after: 20s } } ]"))
        .isEqualTo(
            new AgentOutcome.Lost(
                Loss.ACCOUNT,
                "The provider answered with the error rate-limit.",
                Optional.of(Duration.ofSeconds(20))));
    assertThat(played("[ { fail: QUOTA } ]"))
        .isEqualTo(
            new AgentOutcome.Failed(
                ErrorKind.QUOTA, "The provider answered with the error quota."));
  }

  @Test
  @Tag("slow")
  void a_call_killed_at_any_moment_ends_as_if_it_had_not_been() throws Exception {
    var recipe =
        """
        steps:
          - write: { file: a.txt, text: "start " }
          - run: { cmd: "head -c 3000000 /dev/zero | tr '\\\\0' 'x' > big" }
          - edit: { file: a.txt, find: "start ", replace: "start one " }
          - edit: { file: a.txt, find: "one", replace: "one one" }
          - rename: { from: big, to: folder/bigger }
          - edit: { file: a.txt, find: "start", replace: "begin" }
          - sleep: 20ms
          - write: { file: b.txt, text: "b" }
          - delete: { file: b.txt }
          - say: done
        """;
    for (var delay = 100; delay <= 500; delay += 25) {
      var run = AgentRun.of(folder.resolve("after" + delay), recipe);
      var process = run.start(1);
      process.waitFor(delay, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      var ended = run.play(2);

      assertThat(ended.outcome()).isInstanceOf(AgentOutcome.Succeeded.class);
      assertThat(run.worktree().resolve("a.txt")).hasContent("begin one one ");
      assertThat(run.worktree().resolve("folder/bigger")).hasSize(3_000_000);
      try (var files = Files.list(run.worktree())) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("a.txt", "folder");
      }
    }
  }

  private static AgentOutcome lost(Loss loss, String sentence) {
    return new AgentOutcome.Lost(loss, sentence, Optional.empty());
  }

  private int played;

  private AgentOutcome played(String steps) throws IOException, InterruptedException {
    return AgentRun.of(folder.resolve("play" + played++), "steps: " + steps).play(1).outcome();
  }
}

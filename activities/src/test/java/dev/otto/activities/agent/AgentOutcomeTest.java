package dev.otto.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentOutcome.Failed;
import dev.otto.activities.agent.AgentOutcome.Lost;
import dev.otto.activities.agent.AgentOutcome.Succeeded;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How a call ended: Otto's own kill first, then the agent's last word, then the exit code (W-41).
class AgentOutcomeTest {
  private static final ExpectedAnswer WORDS = new ExpectedAnswer.Words();
  private static final ExpectedAnswer A_STATUS =
      new ExpectedAnswer.Structured("{}", AgentOutcomeTest::violations);

  @Test
  void success_needs_the_word_of_the_agent_and_exit_code_0() {
    assertThat(outcome(0, WORDS, success("Done")))
        .isEqualTo(new Succeeded("Done", Optional.empty()));
    assertThat(outcome(1, WORDS, success("Done")))
        .isEqualTo(
            new Lost(Loss.CRASHED, "The agent reported success, but it ended with exit code 1."));
    assertThat(outcome(0, WORDS))
        .isEqualTo(new Lost(Loss.CUT, "The agent ended without saying how its work came out."));
    assertThat(outcome(137, WORDS))
        .isEqualTo(new Lost(Loss.CRASHED, "The agent was killed by signal 9."));
  }

  @Test
  void success_needs_the_structured_answer_that_was_asked_for() throws IOException {
    assertThat(outcome(0, A_STATUS, answer("{\"status\":\"ok\"}")))
        .isEqualTo(new Succeeded("", Optional.of(Tree.parse("{\"status\":\"ok\"}"))));
    assertThat(outcome(0, A_STATUS, answer("{\"mood\":\"good\"}")))
        .isEqualTo(
            new Failed(
                ErrorKind.SCHEMA,
                "The answer does not have the form that was asked for: status is missing"));
    assertThat(outcome(0, A_STATUS, success("Done")))
        .isEqualTo(
            new Failed(
                ErrorKind.SCHEMA,
                "The answer does not have the form that was asked for: the structured answer is missing"));
  }

  @Test
  void a_failure_is_told_by_the_last_trouble() {
    var early = new Trouble(ErrorKind.NETWORK, Optional.empty(), Optional.empty(), "Cut.");
    var late =
        new Trouble(
            ErrorKind.RATE_LIMIT,
            Optional.of(429),
            Optional.of(Duration.ofSeconds(20)),
            "Too many requests.");

    assertThat(outcome(1, WORDS, early, late, new Finished(false, "", Optional.empty())))
        .isEqualTo(
            new Lost(Loss.ACCOUNT, "Too many requests.", Optional.of(Duration.ofSeconds(20))));
    assertThat(outcome(1, WORDS, new Finished(false, "I cannot.", Optional.empty())))
        .isEqualTo(new Failed(ErrorKind.GAVE_UP, "I cannot."));
  }

  @Test
  void trouble_that_was_overcome_does_not_count() {
    var trouble = new Trouble(ErrorKind.NETWORK, Optional.empty(), Optional.empty(), "Cut.");

    assertThat(outcome(0, WORDS, trouble, success("Done")))
        .isEqualTo(new Succeeded("Done", Optional.empty()));
  }

  @Test
  void otto_knows_best_why_it_ended_a_call() {
    var limit = Duration.ofMinutes(10);
    var killed = new Exit.Signal(15);

    assertThat(ended(new Ending.Ended("the run was aborted", killed)))
        .isEqualTo(new Lost(Loss.OTTO_ENDED, "Otto ended the call: the run was aborted."));
    assertThat(ended(new Ending.FellSilent(limit, killed)))
        .isEqualTo(
            new Lost(
                Loss.STALLED, "The agent showed no sign of life for 600 s, so Otto ended it."));
    assertThat(ended(new Ending.TimedOut(limit, killed)))
        .isEqualTo(new Lost(Loss.TIMED_OUT, "The agent took longer than 600 s, so Otto ended it."));
    assertThat(ended(new Ending.NeverRan("no walls")))
        .isEqualTo(new Failed(ErrorKind.CONFIG, "The agent could not be started: no walls."));
  }

  @Test
  void every_kind_of_failure_is_either_an_answer_or_a_loss_of_its_own() {
    for (var kind : ErrorKind.values()) {
      var trouble = new Trouble(kind, Optional.empty(), Optional.empty(), "Trouble.");
      var outcome = outcome(1, WORDS, trouble, new Finished(false, "", Optional.empty()));

      assertThat(outcome)
          .isEqualTo(
              switch (kind) {
                case RATE_LIMIT, USAGE_WINDOW, OVERLOADED -> new Lost(Loss.ACCOUNT, "Trouble.");
                case SERVER, NETWORK -> new Lost(Loss.CUT, "Trouble.");
                case QUOTA,
                    AUTH,
                    MODEL_NOT_FOUND,
                    CONFIG,
                    CONTEXT_TOO_LONG,
                    LIMIT,
                    SCHEMA,
                    GAVE_UP ->
                    new Failed(kind, "Trouble.");
              });
    }
  }

  @Test
  void usage_adds_up_and_the_conversation_is_remembered() {
    var trace =
        AgentTrace.of(
            List.of(
                new AgentEvent.Started("build-api-1-0", "scripted"),
                new AgentEvent.Usage(1, 2, 3, Optional.of(new BigDecimal("0.05"))),
                new AgentEvent.Usage(10, 20, 30, Optional.of(new BigDecimal("0.5")))));

    assertThat(trace.used())
        .isEqualTo(new Usage(1, 11, 22, 33, Optional.of(new BigDecimal("0.55"))));
    assertThat(trace.after(new AgentEvent.Usage(1, 0, 0, Optional.empty())).used().usd()).isEmpty();
    assertThat(trace.conversation()).contains("build-api-1-0");
  }

  private static AgentOutcome ended(Ending ending) {
    return AgentOutcome.of(
        new AgentEnd(ending, ""), AgentTrace.of(List.of(success("Done"))), WORDS);
  }

  private static AgentOutcome outcome(int exit, ExpectedAnswer answer, AgentEvent... events) {
    return AgentOutcome.of(AgentEnd.exited(exit), AgentTrace.of(List.of(events)), answer);
  }

  private static Finished success(String text) {
    return new Finished(true, text, Optional.empty());
  }

  private static Finished answer(String json) throws IOException {
    return new Finished(true, "", Optional.of(Tree.parse(json)));
  }

  private static List<String> violations(JsonNode answer) {
    return answer.has("status") ? List.of() : List.of("status is missing");
  }
}

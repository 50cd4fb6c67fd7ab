package dev.otto.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.model.call.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a call ended: derived from Otto's own kill, then the agent's last word, then the exit code.
public sealed interface AgentOutcome {
  /// The agent said so, its process ended with 0, and its answer is what was asked for.
  record Succeeded(String text, Optional<JsonNode> structured) implements AgentOutcome {}

  /// The agent answered that it failed, or its answer cannot be used.
  record Failed(ErrorKind kind, String sentence) implements AgentOutcome {}

  /// The call was ended from outside or broke off: there is no answer. It may be repeated, not
  /// before so long, if the provider said so.
  record Lost(Loss loss, String sentence, Optional<Duration> retryAfter) implements AgentOutcome {
    Lost(Loss loss, String sentence) {
      this(loss, sentence, Optional.empty());
    }
  }

  /// The outcome of a call of which this much is known.
  static AgentOutcome of(AgentEnd end, AgentTrace trace, ExpectedAnswer answer) {
    return switch (end.ending()) {
      case Ending.Exited(var exit) -> exited(end, exit, trace, answer);
      case Ending.TimedOut(var limit, _) ->
          new Lost(
              Loss.TIMED_OUT,
              "The agent took longer than %d s, so Otto ended it.".formatted(limit.toSeconds()));
      case Ending.FellSilent(var limit, _) ->
          new Lost(
              Loss.STALLED,
              "The agent showed no sign of life for %d s, so Otto ended it."
                  .formatted(limit.toSeconds()));
      case Ending.Ended(var reason, _) ->
          new Lost(Loss.OTTO_ENDED, "Otto ended the call: %s.".formatted(reason));
      case Ending.NeverRan(var why) ->
          new Failed(ErrorKind.CONFIG, "The agent could not be started: %s.".formatted(why));
    };
  }

  private static AgentOutcome exited(
      AgentEnd end, Exit exit, AgentTrace trace, ExpectedAnswer answer) {
    if (trace.finished().isEmpty()) {
      return exit.well()
          ? new Lost(Loss.CUT, "The agent ended without saying how its work came out.")
          : new Lost(Loss.CRASHED, "The agent %s.".formatted(end.words(exit)));
    }
    var finished = trace.finished().get();
    if (trace.spokeAfterwards()) {
      return new Lost(Loss.CUT, "The agent went on reporting after it said that it had finished.");
    }
    if (!finished.succeeded()) {
      return trace
          .trouble()
          .map(trouble -> failed(trouble, wait(trouble, end, trace)))
          .orElseGet(() -> gaveUp(finished));
    }
    if (!exit.well()) {
      return new Lost(
          Loss.CRASHED, "The agent reported success, but it %s.".formatted(end.words(exit)));
    }
    return answered(finished, answer);
  }

  /// How long the provider wants to be left alone; for a window of use, until it resets.
  private static Optional<Duration> wait(Trouble trouble, AgentEnd end, AgentTrace trace) {
    return trouble
        .retryAfter()
        .or(() ->
            trace
                .account()
                .filter(_ -> trouble.kind() == ErrorKind.USAGE_WINDOW)
                .flatMap(AgentEvent.RateLimit::resetsAt)
                .flatMap(end::until));
  }

  private static AgentOutcome failed(Trouble trouble, Optional<Duration> wait) {
    return trouble
        .kind()
        .loss()
        .<AgentOutcome>map(loss -> new Lost(loss, trouble.sentence(), wait))
        .orElseGet(() -> new Failed(trouble.kind(), trouble.sentence()));
  }

  private static AgentOutcome gaveUp(Finished finished) {
    return new Failed(
        ErrorKind.GAVE_UP,
        finished.text().isBlank() ? "The agent gave up without a reason." : finished.text());
  }

  private static AgentOutcome answered(Finished finished, ExpectedAnswer answer) {
    var violations =
        switch (answer) {
          case ExpectedAnswer.Words() -> List.<String>of();
          case ExpectedAnswer.Structured(_, var rule) ->
              finished.structured().map(rule).orElse(List.of("the structured answer is missing"));
        };
    return violations.isEmpty()
        ? new Succeeded(finished.text(), finished.structured())
        : new Failed(
            ErrorKind.SCHEMA,
            "The answer does not have the form that was asked for: "
                + String.join("; ", violations));
  }
}

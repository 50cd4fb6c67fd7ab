package dev.otto.activities.agent.replay;

import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.scripted.recipe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a recipe lets go wrong, as far as a model and its service can.
record Mishaps(Tools tools) {
  List<Turn.Step> of(Step.Fault fault) {
    return List.of(
        switch (fault) {
          case Step.Fail(var kind, var http, var retryAfter, var sentence) ->
              fail(kind, http, retryAfter, sentence);
          case Step.Hang() -> new Turn.Step.Stalls();
          case Step.Crash(var signal) -> tools.shell(Sh.crash(signal));
          case Step.Orphan(var command) -> tools.shell(Sh.leaveBehind(command));
          case Step.BadSchema(),
              Step.Exit(_, _),
              Step.IgnoreTerm(),
              Step.GarbageLine(_),
              Step.HalfLine(_),
              Step.Flood(_, _),
              Step.InvalidUtf8(),
              Step.Stderr(_),
              Step.DuplicateEvents() ->
              impossible();
        });
  }

  private Turn.Step fail(
      ErrorKind kind, Optional<Integer> http, Optional<Duration> retryAfter, String sentence) {
    return switch (kind) {
      case RATE_LIMIT -> refuses(http.orElse(429), retryAfter, "rate_limit_error", sentence);
      case USAGE_WINDOW -> refuses(http.orElse(429), retryAfter, "usage_limit_reached", sentence);
      case OVERLOADED -> refuses(http.orElse(529), retryAfter, "overloaded_error", sentence);
      case SERVER -> refuses(http.orElse(500), retryAfter, "api_error", sentence);
      case QUOTA -> refuses(http.orElse(402), retryAfter, "billing_error", sentence);
      case AUTH -> refuses(http.orElse(401), retryAfter, "authentication_error", sentence);
      case MODEL_NOT_FOUND -> refuses(http.orElse(404), retryAfter, "not_found_error", sentence);
      case CONFIG -> refuses(http.orElse(400), retryAfter, "invalid_request_error", sentence);
      case NETWORK -> new Turn.Step.Breaks();
      case LIMIT -> new Turn.Step.RunsOut();
      case CONTEXT_TOO_LONG, SCHEMA, GAVE_UP -> impossible();
    };
  }

  private Turn.Step refuses(
      int status, Optional<Duration> retryAfter, String code, String sentence) {
    return new Turn.Step.Refuses(
        status,
        retryAfter
            .map(wait -> Map.of("retry-after", Long.toString(wait.toSeconds())))
            .orElse(Map.of()),
        refusal(code, sentence));
  }

  private Turn.Step impossible() {
    return refuses(
        400,
        Optional.empty(),
        "invalid_request_error",
        "The recipe wants something of this agent that only the scripted one does.");
  }

  /// A refusal in a form that both dialects read.
  static String refusal(String code, String sentence) {
    var body = Tree.object().put("type", "error");
    body.putObject("error").put("type", code).put("code", code).put("message", sentence);
    return Tree.line(body);
  }
}

package dev.otto.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.model.Refusal;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import java.util.List;

/// A refusal of the server, as it came over the wire.
public record ServerRefused(Problem problem) implements Refusal {
  /// The refusal in this body. Something else than Otto may have answered; then the status is all
  /// that is known.
  static ServerRefused of(int status, String body) {
    try {
      var tree = Json.own().readTree(body);
      if (tree.hasNonNull("detail") && tree.hasNonNull("code")) {
        return new ServerRefused(Json.own().treeToValue(tree, Problem.class));
      }
    } catch (JsonProcessingException notJson) {
      // The status has to do.
    }
    return new ServerRefused(
        new Problem(
            "about:blank",
            "",
            status,
            "http-" + status,
            "The server answered %d without a reason.".formatted(status),
            "Its log may say more: `otto up` tells where it is.",
            "",
            List.of()));
  }

  /// Whether the same request may be answered later: the trouble is the server's.
  public boolean passing() {
    return problem.status() >= 500 || problem.status() == Kind.TOO_OFTEN.status();
  }

  /// Whether the server does not know who asks, or no longer listens to them.
  public boolean stranger() {
    return problem.status() == Kind.UNAUTHENTICATED.status()
        || problem.status() == Kind.TOO_OFTEN.status();
  }

  @Override
  public String code() {
    return problem.code();
  }

  @Override
  public String sentence() {
    return problem.detail();
  }

  @Override
  public String nextStep() {
    return problem.nextStep() == null ? "" : problem.nextStep();
  }

  @Override
  public Kind kind() {
    return problem.status() == Kind.UNAVAILABLE.status() ? Kind.UNAVAILABLE : Kind.INVALID;
  }
}

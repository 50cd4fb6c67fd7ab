package dev.otto.api.problem;

import dev.otto.model.Refusal;
import dev.otto.model.json.Json;
import dev.otto.model.json.Violation;
import dev.otto.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/// Makes problems from refusals and from what HTTP itself refuses.
public final class Problems {
  private Problems() {}

  /// A refusal that can name the places that are wrong in what was sent.
  public interface Located extends Refusal {
    List<Violation> violations();
  }

  public static Problem of(Refusal refusal, String requestId) {
    return problem(
        refusal.kind().status(),
        refusal.code(),
        refusal.sentence(),
        refusal.nextStep(),
        requestId,
        refusal instanceof Located located ? located.violations() : List.of());
  }

  /// The problem of an HTTP status that is not a refusal of ours.
  public static Problem of(int status, String requestId) {
    var trouble = HttpTrouble.of(status);
    return problem(status, trouble.code, trouble.sentence, trouble.nextStep, requestId, List.of());
  }

  public static byte[] bytes(Problem problem) {
    return Json.text(problem).getBytes(StandardCharsets.UTF_8);
  }

  private static Problem problem(
      int status,
      String code,
      String sentence,
      String nextStep,
      String requestId,
      List<Violation> violations) {
    return new Problem(
        "urn:otto:problem:" + code,
        HttpStatus.getMessage(status),
        status,
        code,
        sentence,
        nextStep,
        requestId,
        violations);
  }
}

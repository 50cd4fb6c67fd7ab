package dev.otto.model.problem;

import dev.otto.model.json.Violation;
import java.util.List;

/// Why a request was not answered as it was meant: the body of `application/problem+json`.
///
/// @param type a name for programs that know problems by URI
/// @param title the HTTP status in words
/// @param code a stable word, such as `no-such-run`
/// @param detail what is wrong, in one sentence for a person
/// @param nextStep what the person can do about it, in one sentence
/// @param requestId under which the server's log tells more
/// @param violations the places that are wrong in the document that was sent
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    String nextStep,
    String requestId,
    List<Violation> violations) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    violations = violations == null ? List.of() : List.copyOf(violations);
  }
}

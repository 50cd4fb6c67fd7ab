package dev.otto.model.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.CheckId;
import dev.otto.model.Digest;
import java.util.Optional;

/// What one run of a check came to, with the evidence it left.
///
/// @param sentence why, for a person: the failed expectation, the exit code
/// @param evidence the output or the exchange, kept as content
public record CheckResult(
    CheckId check, Outcome outcome, String sentence, Optional<Digest> evidence, long millis) {
  public CheckResult {
    evidence = evidence == null ? Optional.empty() : evidence;
  }

  /// How a check can end.
  public enum Outcome {
    @JsonProperty("passed")
    PASSED,
    @JsonProperty("failed")
    FAILED,
    /// It passed and failed on the same content.
    @JsonProperty("flaky")
    FLAKY,
    /// It asserted nothing.
    @JsonProperty("empty")
    EMPTY,
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("not-run")
    NOT_RUN
  }

  public static CheckResult notRun(CheckId check, String why) {
    return new CheckResult(check, Outcome.NOT_RUN, why, Optional.empty(), 0);
  }

  public boolean passed() {
    return outcome == Outcome.PASSED;
  }

  public boolean failed() {
    return outcome == Outcome.FAILED;
  }
}

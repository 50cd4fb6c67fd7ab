package dev.otto.model.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// The verdict of a feature or a run; only a run can be `aborted`.
public enum Verdict {
  @JsonProperty("passed")
  PASSED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("partial")
  PARTIAL,
  @JsonProperty("blocked")
  BLOCKED,
  @JsonProperty("aborted")
  ABORTED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

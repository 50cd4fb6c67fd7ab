package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What an agent is called for.
public enum Stage {
  @JsonProperty("spec")
  SPEC,
  @JsonProperty("build")
  BUILD,
  @JsonProperty("fix")
  FIX,
  @JsonProperty("conflict")
  CONFLICT,
  @JsonProperty("audit")
  AUDIT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

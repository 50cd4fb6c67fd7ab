package dev.otto.model.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where the work of a run is, for people; nothing branches on it.
public enum Phase {
  @JsonProperty("compile")
  COMPILE,
  @JsonProperty("review")
  REVIEW,
  @JsonProperty("prepare")
  PREPARE,
  @JsonProperty("build")
  BUILD,
  @JsonProperty("audit")
  AUDIT,
  @JsonProperty("repair")
  REPAIR,
  @JsonProperty("render")
  RENDER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.otto.model.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a model thinks about in a run. Each role can have a provider, a model and an effort of its
/// own.
public enum Role {
  @JsonProperty("spec")
  SPEC,
  @JsonProperty("build")
  BUILD,
  @JsonProperty("audit")
  AUDIT,
  /// Repairs and merge conflicts.
  @JsonProperty("fix")
  FIX;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Role;
import dev.otto.model.settings.RunSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /// The stage of that word.
  public static Optional<Stage> named(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role in which a model thinks then.
  public Role role() {
    return switch (this) {
      case SPEC -> Role.SPEC;
      case BUILD -> Role.BUILD;
      case FIX, CONFLICT -> Role.FIX;
      case AUDIT -> Role.AUDIT;
    };
  }

  /// Who thinks then in a run of these settings.
  public AgentChoice agent(RunSettings settings) {
    return settings.agents().of(role());
  }
}

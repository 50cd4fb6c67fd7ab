package dev.otto.activities.agent;

import dev.otto.model.settings.Effort;
import java.util.Optional;

/// How a provider shall think: with which model (else the one that its program likes best), how
/// deeply, and for how many turns at most.
public record Thinking(
    Optional<String> model, Optional<Effort> effort, Optional<Integer> maxTurns) {
  /// With that model, and otherwise as it likes.
  public static Thinking with(Optional<String> model) {
    return new Thinking(model, Optional.empty(), Optional.empty());
  }
}

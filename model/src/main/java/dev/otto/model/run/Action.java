package dev.otto.model.run;

import java.util.Optional;

/// Something a person may ask of a run, or why they may not at the moment.
public record Action(String id, boolean enabled, Optional<String> reason, boolean danger) {
  public Action {
    reason = reason == null ? Optional.empty() : reason;
  }
}

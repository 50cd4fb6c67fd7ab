package dev.otto.model.budget;

import static java.util.Objects.requireNonNull;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.settings.Limits;
import java.util.Optional;

/// What is set aside for a call, and so the most that it may use.
public record Reservation(CallId call, Optional<GroupId> group, Limits share) {
  public Reservation {
    requireNonNull(call);
    requireNonNull(share);
    group = group == null ? Optional.empty() : group;
  }
}

package dev.otto.model.run;

import dev.otto.model.GroupId;
import java.util.Optional;

/// Something a person may ask of a run, or why they may not at the moment.
///
/// @param group the group of which it would be asked; none = the run
public record Action(
    String id, Optional<GroupId> group, boolean enabled, Optional<String> reason, boolean danger) {
  public Action {
    group = group == null ? Optional.empty() : group;
    reason = reason == null ? Optional.empty() : reason;
  }

  /// Of the whole run.
  public Action(String id, boolean enabled, Optional<String> reason, boolean danger) {
    this(id, Optional.empty(), enabled, reason, danger);
  }
}

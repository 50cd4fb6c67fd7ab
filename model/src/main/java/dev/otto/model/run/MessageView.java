package dev.otto.model.run;

import dev.otto.model.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that a person said to an agent, as people see it.
///
/// @param group whose agent it was said to; none = the one that writes the spec
/// @param now whether it ended the call that ran
/// @param heardAt when a call ended whose agent was told it
public record MessageView(
    String by,
    Optional<GroupId> group,
    String text,
    boolean now,
    Instant at,
    Optional<Instant> heardAt) {
  public MessageView {
    group = group == null ? Optional.empty() : group;
    heardAt = heardAt == null ? Optional.empty() : heardAt;
  }

  /// Everything that was said in a run, the oldest first.
  public record Page(List<MessageView> messages) {
    public Page {
      messages = List.copyOf(messages);
    }
  }
}

package dev.otto.model.run;

import static java.util.Objects.requireNonNull;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person said to the agent of a group, or, before there are groups, to the one that writes
/// the spec, and that no agent has heard yet.
///
/// @param text the digest of the words
public record Message(String by, Optional<GroupId> group, Digest text) {
  public Message {
    requireNonNull(by);
    requireNonNull(text);
    group = group == null ? Optional.empty() : group;
  }

  /// Those that are left when the agent of that group was told these texts: each is heard once, the
  /// oldest first.
  static List<Message> unheard(List<Message> all, Optional<GroupId> group, List<Digest> told) {
    var left = new ArrayList<>(all);
    for (var text : told) {
      left.stream()
          .filter(one -> one.group.equals(group) && one.text.equals(text))
          .findFirst()
          .ifPresent(left::remove);
    }
    return List.copyOf(left);
  }

  /// Whether it is for the agent of that call. Who judges is not talked to.
  boolean meant(CallOrder order) {
    return switch (order.stage()) {
      case SPEC, BUILD, FIX, CONFLICT -> order.group().equals(group);
      case AUDIT -> false;
    };
  }
}

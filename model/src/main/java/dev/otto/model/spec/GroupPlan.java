package dev.otto.model.spec;

import dev.otto.model.GroupId;
import java.util.List;

/// What a run must remember of a group to dispatch it: whom it needs, and whom it merges after
/// because they share paths.
public record GroupPlan(GroupId id, List<GroupId> needs, List<GroupId> mergesAfter) {
  public GroupPlan {
    needs = List.copyOf(needs);
    mergesAfter = List.copyOf(mergesAfter);
  }

  /// The plans of all groups, in the order in which needs come first and the spec's order decides
  /// otherwise.
  public static List<GroupPlan> of(Spec spec) {
    var order = Needs.of(spec).order().stream().map(id -> spec.group(id).orElseThrow()).toList();
    return order.stream().map(group -> plan(group, order)).toList();
  }

  private static GroupPlan plan(GroupSpec group, List<GroupSpec> order) {
    var sharers =
        order.subList(0, order.indexOf(group)).stream()
            .filter(earlier -> share(earlier, group))
            .map(GroupSpec::id)
            .toList();
    return new GroupPlan(group.id(), group.needs(), sharers);
  }

  private static boolean share(GroupSpec one, GroupSpec other) {
    return one.shared().stream().anyMatch(mine -> other.shared().stream().anyMatch(mine::overlaps));
  }
}

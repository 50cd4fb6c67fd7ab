package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import dev.otto.model.GroupId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which group needs which, directly or through others.
public final class Needs {
  private final Map<GroupId, List<GroupId>> direct;

  private Needs(Map<GroupId, List<GroupId>> direct) {
    this.direct = direct;
  }

  public static Needs of(Spec spec) {
    var direct = new LinkedHashMap<GroupId, List<GroupId>>();
    spec.groups().forEach(group -> direct.put(group.id(), group.needs()));
    return new Needs(direct);
  }

  /// All that the group needs, directly or not; it contains the group itself only in a cycle.
  public Set<GroupId> all(GroupId group) {
    var reached = new LinkedHashSet<GroupId>();
    reach(group, reached);
    return reached;
  }

  /// A shortest way from the group through its needs back to itself, both ends named; empty if
  /// there is none.
  public List<GroupId> circle(GroupId group) {
    var from = new LinkedHashMap<GroupId, GroupId>();
    var next = new ArrayDeque<>(List.of(group));
    while (!next.isEmpty()) {
      var here = next.remove();
      for (var need : direct.getOrDefault(here, List.of())) {
        if (need.equals(group)) {
          return way(group, here, from);
        }
        if (from.putIfAbsent(need, here) == null) {
          next.add(need);
        }
      }
    }
    return List.of();
  }

  private static List<GroupId> way(GroupId group, GroupId last, Map<GroupId, GroupId> from) {
    var way = new ArrayDeque<>(List.of(group));
    for (var here = last; !here.equals(group); here = requireNonNull(from.get(here))) {
      way.addFirst(here);
    }
    way.addFirst(group);
    return List.copyOf(way);
  }

  /// Whether the two may be built at the same time.
  public boolean concurrent(GroupId one, GroupId other) {
    return !one.equals(other) && !all(one).contains(other) && !all(other).contains(one);
  }

  /// The groups in an order in which needs come first and the spec's order decides otherwise.
  public List<GroupId> order() {
    var ordered = new ArrayList<GroupId>();
    direct.keySet().forEach(group -> place(group, ordered, new LinkedHashSet<>()));
    return List.copyOf(ordered);
  }

  private void reach(GroupId group, Set<GroupId> reached) {
    for (var need : direct.getOrDefault(group, List.of())) {
      if (reached.add(need)) {
        reach(need, reached);
      }
    }
  }

  private void place(GroupId group, List<GroupId> ordered, Set<GroupId> path) {
    if (ordered.contains(group) || !path.add(group)) {
      return;
    }
    direct.getOrDefault(group, List.of()).forEach(need -> place(need, ordered, path));
    ordered.add(group);
  }
}

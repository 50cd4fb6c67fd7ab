package dev.otto.model.spec;

import dev.otto.model.GroupId;
import dev.otto.model.json.Violation;
import dev.otto.model.path.Glob;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Groups need each other without circles, and those that may run at once own nothing in common.
final class GroupRules {
  private GroupRules() {}

  /// The circles of needs, each told once, at the first of its groups.
  static Stream<Violation> circles(Spec spec) {
    var needs = Needs.of(spec);
    var told = new HashSet<GroupId>();
    return Placed.each("/groups", spec.groups())
        .filter(group -> !told.contains(group.value().id()))
        .flatMap(group -> {
          var circle = needs.circle(group.value().id());
          told.addAll(circle);
          return circle.isEmpty() ? Stream.empty() : Stream.of(group.broken("needs", told(circle)));
        });
  }

  private static String told(List<GroupId> circle) {
    return "these groups need each other in a circle: "
        + circle.stream().map(GroupId::value).collect(Collectors.joining(" needs "));
  }

  /// The patterns by which two groups that may run at once would write the same path. What both
  /// list as shared is meant.
  static Stream<Violation> clashes(Spec spec) {
    var needs = Needs.of(spec);
    var groups = Placed.each("/groups", spec.groups()).toList();
    return IntStream.range(0, groups.size())
        .boxed()
        .flatMap(i -> groups.subList(0, i).stream().map(earlier -> List.of(earlier, groups.get(i))))
        .filter(pair -> needs.concurrent(id(pair.getFirst()), id(pair.getLast())))
        .flatMap(pair -> clashes(pair.getFirst(), pair.getLast()));
  }

  private static Stream<Violation> clashes(Placed<GroupSpec> one, Placed<GroupSpec> other) {
    return Stream.concat(
        clashes(one, other, other.value().shared()), clashes(other, one, one.value().changeable()));
  }

  private static Stream<Violation> clashes(
      Placed<GroupSpec> owner, Placed<GroupSpec> other, List<Glob> globs) {
    return owner
        .each("owns", GroupSpec::owns)
        .flatMap(mine ->
            globs.stream()
                .filter(mine.value()::overlaps)
                .limit(1)
                .map(theirs -> mine.broken(clash(owner, mine.value(), other, theirs))));
  }

  private static String clash(
      Placed<GroupSpec> owner, Glob mine, Placed<GroupSpec> other, Glob theirs) {
    return "'%s' of group '%s' overlaps '%s' of group '%s', and both may run at once: let one need the other, or list the path as shared in both"
        .formatted(mine, id(owner), theirs, id(other));
  }

  private static GroupId id(Placed<GroupSpec> group) {
    return group.value().id();
  }
}

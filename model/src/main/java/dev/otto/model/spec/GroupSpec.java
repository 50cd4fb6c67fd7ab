package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import dev.otto.model.CheckId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.path.Glob;
import java.util.List;
import java.util.stream.Stream;

/// A group as the spec writes it: a unit of dispatch with the paths that it owns. Without features
/// it is infrastructure.
public record GroupSpec(
    GroupId id,
    String title,
    List<FeatureId> features,
    List<GroupId> needs,
    List<Glob> owns,
    List<Glob> shared,
    List<CheckId> checks) {
  public GroupSpec {
    requireNonNull(id);
    requireNonNull(title);
    features = features == null ? List.of() : List.copyOf(features);
    needs = needs == null ? List.of() : List.copyOf(needs);
    owns = List.copyOf(owns);
    shared = shared == null ? List.of() : List.copyOf(shared);
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /// Whether the group may change this path, and nobody else may object.
  public boolean mayChange(String path) {
    return changeable().stream().anyMatch(glob -> glob.matches(path));
  }

  /// Whether the group may change some path that this pattern means.
  public boolean mayChangeSome(Glob paths) {
    return changeable().stream().anyMatch(paths::overlaps);
  }

  /// What the group may change: its own paths, then those that it shares.
  List<Glob> changeable() {
    return Stream.concat(owns.stream(), shared.stream()).toList();
  }
}

package dev.otto.model.spec;

import dev.otto.model.json.Violation;
import java.util.stream.Stream;

/// Every feature has a group that builds it, and every clause a way to be proven: checks, or an
/// auditor.
final class ClauseRules {
  private ClauseRules() {}

  static Stream<Violation> violations(Spec spec) {
    var features = Placed.each("/features", spec.features()).toList();
    return Stream.concat(
        features.stream().flatMap(feature -> group(spec, feature)),
        features.stream()
            .flatMap(feature -> feature.each("clauses", Feature::clauses))
            .flatMap(ClauseRules::proof));
  }

  private static Stream<Violation> group(Spec spec, Placed<Feature> feature) {
    var id = feature.value().id();
    return spec.groups().stream().anyMatch(group -> group.features().contains(id))
        ? Stream.empty()
        : Stream.of(feature.broken("no group builds feature '%s'".formatted(id)));
  }

  private static Stream<Violation> proof(Placed<Clause> clause) {
    var its = clause.value();
    if (its.judged() == its.checks().isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        clause.broken(
            (its.judged()
                    ? "clause '%s' is judged and has checks: choose one"
                    : "clause '%s' has no check and is not judged")
                .formatted(its.id())));
  }
}

package dev.otto.model.spec;

import dev.otto.model.check.Check;
import dev.otto.model.json.Violation;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Ids are unique. Clauses and guardrails share theirs, and none is called as what a demand may
/// become otherwise.
final class IdRules {
  private IdRules() {}

  static Stream<Violation> violations(Spec spec) {
    return Stream.of(
            twice(ids("/features", spec.features().stream().map(feature -> feature.id()))),
            twice(ids("/groups", spec.groups().stream().map(group -> group.id()))),
            twice(ids("/checks", spec.checks().stream().map(Check::id))),
            twice(ids("/fixtures", spec.fixtures().stream().map(Fixture::id))),
            twice(
                Stream.concat(
                    Placed.each("/features", spec.features())
                        .flatMap(feature -> feature.each("clauses", Feature::clauses))
                        .map(clause -> id(clause, clause.value().id())),
                    ids("/guardrails", spec.guardrails().stream().map(Guardrail::id)))))
        .flatMap(violations -> violations);
  }

  private static Stream<Placed<String>> ids(String place, Stream<?> ids) {
    return Placed.each(place, ids.toList()).map(part -> id(part, part.value()));
  }

  private static Placed<String> id(Placed<?> part, Object id) {
    return new Placed<>(part.place() + "/id", id.toString());
  }

  private static Stream<Violation> twice(Stream<Placed<String>> ids) {
    Set<String> taken = new HashSet<>(Demand.FATES);
    return ids.filter(id -> !taken.add(id.value()))
        .map(id -> id.broken("the id '%s' is taken: ids must be unique".formatted(id.value())));
  }
}

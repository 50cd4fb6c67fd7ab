package dev.otto.model.spec;

import dev.otto.model.CheckId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.Names;
import dev.otto.model.json.Violation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a spec names, it has.
final class ReferenceRules {
  private final Spec spec;

  private ReferenceRules(Spec spec) {
    this.spec = spec;
  }

  static Stream<Violation> violations(Spec spec) {
    return new ReferenceRules(spec).violations();
  }

  private Stream<Violation> violations() {
    return Stream.of(
            Placed.each("/features", spec.features())
                .flatMap(feature -> feature.each("clauses", Feature::clauses))
                .flatMap(clause -> checks(clause, Clause::checks)),
            Placed.each("/guardrails", spec.guardrails()).flatMap(this::guardrail),
            Placed.each("/groups", spec.groups()).flatMap(this::group),
            demands())
        .flatMap(violations -> violations);
  }

  private Stream<Violation> guardrail(Placed<Guardrail> guardrail) {
    var scope = new Placed<>(guardrail.place() + "/scope", guardrail.value().scope());
    return Stream.concat(checks(guardrail, Guardrail::checks), scope(scope));
  }

  private Stream<Violation> scope(Placed<Guardrail.Scope> scope) {
    return switch (scope.value()) {
      case Guardrail.Scope.All() -> Stream.empty();
      case Guardrail.Scope.OneGroup(var group) when known(group) -> Stream.empty();
      case Guardrail.Scope.OneFeature(var feature) when known(feature) -> Stream.empty();
      case Guardrail.Scope.OneGroup(var group) ->
          Stream.of(scope.broken("group", "there is no group '%s'".formatted(group)));
      case Guardrail.Scope.OneFeature(var feature) ->
          Stream.of(scope.broken("feature", "there is no feature '%s'".formatted(feature)));
    };
  }

  private Stream<Violation> group(Placed<GroupSpec> group) {
    return Stream.of(
            checks(group, GroupSpec::checks),
            unknown("feature", group.each("features", GroupSpec::features), this::known),
            unknown("group", group.each("needs", GroupSpec::needs), this::known))
        .flatMap(violations -> violations);
  }

  private <T> Stream<Violation> checks(Placed<T> part, Function<T, List<CheckId>> checks) {
    return unknown("check", part.each("checks", checks), id -> spec.check(id).isPresent());
  }

  private static <I> Stream<Violation> unknown(
      String what, Stream<Placed<I>> names, Predicate<I> known) {
    return names
        .filter(name -> !known.test(name.value()))
        .map(name -> name.broken("there is no %s '%s'".formatted(what, name.value())));
  }

  private Stream<Violation> demands() {
    var clauses = spec.clauses().map(clause -> clause.id().value()).collect(Collectors.toSet());
    return Placed.each("/demands", spec.demands())
        .flatMap(demand -> demand.each("becomes", Demand::becomes))
        .filter(fate -> !Demand.FATES.contains(fate.value()) && !clauses.contains(fate.value()))
        .map(fate ->
            fate.broken(
                "%s is neither a clause nor %s"
                    .formatted(Names.quoted(fate.value()), String.join(" nor ", Demand.FATES))));
  }

  private boolean known(GroupId id) {
    return spec.group(id).isPresent();
  }

  private boolean known(FeatureId id) {
    return spec.features().stream().anyMatch(feature -> feature.id().equals(id));
  }
}

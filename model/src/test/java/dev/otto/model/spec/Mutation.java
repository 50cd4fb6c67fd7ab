package dev.otto.model.spec;

import dev.otto.model.CheckId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.check.Check;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.path.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A way to break a valid spec between its parts; not every spec can be broken in every way.
enum Mutation {
  REPEAT_A_GROUP,
  REPEAT_A_FEATURE,
  REPEAT_A_CHECK,
  REPEAT_A_CLAUSE,
  FORGET_A_CHECK,
  FORGET_A_FEATURE,
  FORGET_A_GROUP,
  BUILD_A_FEATURE_NO_MORE,
  PROVE_A_CLAUSE_NO_MORE,
  JUDGE_A_CHECKED_CLAUSE,
  NEED_ITSELF,
  NEED_A_STRANGER,
  NEED_IN_A_CIRCLE,
  OWN_EVERYTHING,
  START_NO_MORE,
  LOOK_IN_A_BROWSER;

  /// The spec broken so, or nothing if it has no part for it.
  Optional<Spec> of(Spec spec, Random random) {
    return switch (this) {
      case REPEAT_A_GROUP -> Optional.of(groups(spec, repeated(spec.groups(), random)));
      case REPEAT_A_FEATURE ->
          some(spec.features(), random).map(_ -> features(spec, repeated(spec.features(), random)));
      case REPEAT_A_CHECK ->
          some(spec.checks(), random).map(check -> checks(spec, with(spec.checks(), check)));
      case REPEAT_A_CLAUSE ->
          some(spec.features(), random)
              .map(feature ->
                  features(
                      spec,
                      each(
                          spec.features(),
                          feature,
                          one ->
                              new Feature(
                                  one.id(),
                                  one.title(),
                                  with(one.clauses(), one.clauses().getFirst())))));
      case FORGET_A_CHECK ->
          used(spec, random)
              .map(id ->
                  checks(
                      spec,
                      spec.checks().stream().filter(check -> !check.id().equals(id)).toList()));
      case FORGET_A_FEATURE ->
          some(spec.features(), random)
              .map(feature -> features(spec, without(spec.features(), feature)));
      case FORGET_A_GROUP ->
          needed(spec, random)
              .map(id ->
                  groups(
                      spec,
                      spec.groups().stream().filter(group -> !group.id().equals(id)).toList()));
      case BUILD_A_FEATURE_NO_MORE ->
          some(spec.features(), random)
              .map(feature ->
                  groups(
                      spec,
                      spec.groups().stream()
                          .map(group -> built(group, without(group.features(), feature.id())))
                          .toList()));
      case PROVE_A_CLAUSE_NO_MORE ->
          clause(
              spec,
              random,
              false,
              clause -> new Clause(clause.id(), clause.text(), clause.kind(), false, List.of()));
      case JUDGE_A_CHECKED_CLAUSE ->
          clause(
              spec,
              random,
              false,
              clause ->
                  new Clause(clause.id(), clause.text(), clause.kind(), true, clause.checks()));
      case NEED_ITSELF ->
          some(spec.groups(), random).map(group -> needing(spec, group, group.id()));
      case NEED_A_STRANGER ->
          some(spec.groups(), random).map(group -> needing(spec, group, new GroupId("stranger")));
      case NEED_IN_A_CIRCLE ->
          needed(spec, random)
              .map(id ->
                  needing(
                      spec,
                      spec.group(id).orElseThrow(),
                      spec.groups().stream()
                          .filter(group -> group.needs().contains(id))
                          .findFirst()
                          .orElseThrow()
                          .id()));
      case OWN_EVERYTHING ->
          some(spec.groups(), random)
              .filter(group ->
                  spec.groups().stream()
                      .anyMatch(other -> Needs.of(spec).concurrent(group.id(), other.id())))
              .map(group ->
                  groups(
                      spec,
                      each(spec.groups(), group, one -> owning(one, List.of(new Glob("**"))))));
      case START_NO_MORE ->
          Optional.of(spec)
              .filter(_ -> spec.checks().stream().anyMatch(Check.Http.class::isInstance))
              .map(_ ->
                  remade(spec, spec.features(), spec.groups(), spec.checks(), Optional.empty()));
      case LOOK_IN_A_BROWSER ->
          Optional.of(checks(spec, with(spec.checks(), SampleCheck.browser("looks"))));
    };
  }

  static Spec groups(Spec spec, List<GroupSpec> groups) {
    return remade(spec, spec.features(), groups, spec.checks(), spec.start());
  }

  private static Spec features(Spec spec, List<Feature> features) {
    return remade(spec, features, spec.groups(), spec.checks(), spec.start());
  }

  private static Spec checks(Spec spec, List<Check> checks) {
    return remade(spec, spec.features(), spec.groups(), checks, spec.start());
  }

  private static Spec remade(
      Spec spec,
      List<Feature> features,
      List<GroupSpec> groups,
      List<Check> checks,
      Optional<Start> start) {
    return new Spec(
        spec.schema(),
        spec.title(),
        spec.structure(),
        spec.demands(),
        features,
        groups,
        checks,
        spec.guardrails(),
        spec.nonGoals(),
        spec.openQuestions(),
        start,
        spec.fixtures(),
        spec.setup());
  }

  private static Optional<Spec> clause(
      Spec spec, Random random, boolean judged, UnaryOperator<Clause> change) {
    var features =
        spec.features().stream()
            .filter(one -> one.clauses().getFirst().judged() == judged)
            .toList();
    return some(features, random)
        .map(feature ->
            features(
                spec,
                each(
                    spec.features(),
                    feature,
                    one ->
                        new Feature(
                            one.id(),
                            one.title(),
                            each(one.clauses(), one.clauses().getFirst(), change)))));
  }

  private static Spec needing(Spec spec, GroupSpec group, GroupId need) {
    return groups(
        spec,
        each(
            spec.groups(),
            group,
            one ->
                new GroupSpec(
                    one.id(),
                    one.title(),
                    one.features(),
                    with(one.needs(), need),
                    one.owns(),
                    one.shared(),
                    one.checks())));
  }

  private static GroupSpec built(GroupSpec group, List<FeatureId> features) {
    return new GroupSpec(
        group.id(),
        group.title(),
        features,
        group.needs(),
        group.owns(),
        group.shared(),
        group.checks());
  }

  private static GroupSpec owning(GroupSpec group, List<Glob> owns) {
    return new GroupSpec(
        group.id(),
        group.title(),
        group.features(),
        group.needs(),
        owns,
        group.shared(),
        group.checks());
  }

  private static Optional<CheckId> used(Spec spec, Random random) {
    return some(spec.clauses().flatMap(clause -> clause.checks().stream()).toList(), random);
  }

  private static Optional<GroupId> needed(Spec spec, Random random) {
    return some(spec.groups().stream().flatMap(group -> group.needs().stream()).toList(), random);
  }

  private static <T> Optional<T> some(List<T> all, Random random) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static <T> List<T> repeated(List<T> all, Random random) {
    return with(all, some(all, random).orElseThrow());
  }

  private static <T> List<T> with(List<T> all, T one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  private static <T> List<T> without(List<T> all, T one) {
    return all.stream().filter(other -> !other.equals(one)).toList();
  }

  private static <T> List<T> each(List<T> all, T wanted, UnaryOperator<T> change) {
    return all.stream().map(one -> one.equals(wanted) ? change.apply(one) : one).toList();
  }
}

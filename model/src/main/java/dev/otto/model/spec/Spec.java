package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import dev.otto.model.CheckId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.check.Check;
import dev.otto.model.check.Oracle;
import dev.otto.model.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The product contract of a run, as a person reads and approves it. Read by [SpecReader], ruled by
/// [SpecRules].
public record Spec(
    String schema,
    String title,
    Structure structure,
    List<Demand> demands,
    List<Feature> features,
    List<GroupSpec> groups,
    List<Check> checks,
    List<Guardrail> guardrails,
    List<String> nonGoals,
    List<String> openQuestions,
    Optional<Start> start,
    List<Fixture> fixtures,
    List<List<String>> setup) {
  /// The version of the format that this Otto reads and writes.
  public static final String SCHEMA = "otto-spec/1";

  public Spec {
    requireNonNull(schema);
    requireNonNull(title);
    requireNonNull(structure);
    demands = demands == null ? List.of() : List.copyOf(demands);
    features = List.copyOf(features);
    groups = List.copyOf(groups);
    checks = List.copyOf(checks);
    guardrails = guardrails == null ? List.of() : List.copyOf(guardrails);
    nonGoals = nonGoals == null ? List.of() : List.copyOf(nonGoals);
    openQuestions = openQuestions == null ? List.of() : List.copyOf(openQuestions);
    start = start == null ? Optional.empty() : start;
    fixtures = fixtures == null ? List.of() : List.copyOf(fixtures);
    setup = setup == null ? List.of() : setup.stream().map(List::copyOf).toList();
  }

  /// The spec as its one canonical text; its digest names the revision.
  public String canonical() {
    return Json.text(this);
  }

  /// The name of exactly this spec.
  public Digest digest() {
    return Digest.of(canonical());
  }

  /// Every clause of every feature, then the guardrails as the clauses that they are.
  public Stream<Clause> clauses() {
    return Stream.concat(
        features.stream().flatMap(feature -> feature.clauses().stream()),
        guardrails.stream().map(Guardrail::clause));
  }

  public Optional<Check> check(CheckId id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst();
  }

  public Optional<GroupSpec> group(GroupId id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /// The groups that name this check as theirs; none = it is only asked of the whole product.
  public List<GroupSpec> groupsOf(CheckId check) {
    return groups.stream().filter(group -> group.checks().contains(check)).toList();
  }

  /// Whether agents could write what the check judges by; `http`, `browser` and `files` are their
  /// own oracle.
  public boolean selfWritten(Check check) {
    return check instanceof Check.Command command
        && (!command.oracle().sealed()
            || groups.stream().anyMatch(group -> mayChange(group, command.oracle())));
  }

  private static boolean mayChange(GroupSpec group, Oracle oracle) {
    return oracle.files().stream().anyMatch(file -> group.mayChange(file.path()))
        || oracle.base().stream().anyMatch(group::mayChangeSome);
  }
}

package dev.otto.model.audit;

import dev.otto.model.ClauseId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Feature;
import dev.otto.model.spec.Guardrail;
import dev.otto.model.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The verdicts of an audit: of every clause, every feature, every guardrail and the whole. A pure
/// function of spec and findings.
public record Judgement(
    List<ClauseVerdict> clauses,
    List<FeatureVerdict> features,
    List<ClauseVerdict> guardrails,
    Verdict verdict,
    List<String> reasons) {
  public Judgement {
    clauses = List.copyOf(clauses);
    features = List.copyOf(features);
    guardrails = List.copyOf(guardrails);
    reasons = List.copyOf(reasons);
  }

  /// The verdict of one feature, with what led to it.
  public record FeatureVerdict(FeatureId feature, Verdict verdict, List<String> reasons) {
    public FeatureVerdict {
      reasons = List.copyOf(reasons);
    }
  }

  public static Judgement of(Spec spec, Findings findings) {
    var clauses =
        spec.features().stream()
            .flatMap(feature -> feature.clauses().stream())
            .map(clause -> ClauseRule.verdict(spec, clause, findings))
            .toList();
    var guardrails =
        spec.guardrails().stream()
            .map(Guardrail::clause)
            .map(clause -> ClauseRule.verdict(spec, clause, findings))
            .toList();
    var features =
        spec.features().stream().map(feature -> feature(spec, feature, clauses, findings)).toList();
    var whole = WholeRule.verdict(spec, features, guardrails, findings);
    return new Judgement(clauses, features, guardrails, whole.verdict(), whole.reasons());
  }

  public Optional<ClauseVerdict> clause(ClauseId id) {
    return clauses.stream().filter(verdict -> verdict.clause().equals(id)).findFirst();
  }

  private static FeatureVerdict feature(
      Spec spec, Feature feature, List<ClauseVerdict> clauses, Findings findings) {
    var unmerged =
        spec.groups().stream()
            .filter(group -> group.features().contains(feature.id()))
            .filter(group -> findings.neverMerged().contains(group.id()))
            .map(group -> "group '%s' was never merged".formatted(group.id()))
            .toList();
    var ids = feature.clauses().stream().map(Clause::id).toList();
    var its = clauses.stream().filter(verdict -> ids.contains(verdict.clause())).toList();
    var open =
        its.stream()
            .filter(clause -> clause.value() != Value.PROVEN)
            .map(clause -> "clause '%s' is %s".formatted(clause.clause(), clause.value().word()));
    return new FeatureVerdict(
        feature.id(),
        verdict(its, !unmerged.isEmpty()),
        Stream.concat(unmerged.stream(), open).toList());
  }

  /// A feature without clauses is not proven by that (W-31).
  private static Verdict verdict(List<ClauseVerdict> clauses, boolean unmerged) {
    if (unmerged) {
      return Verdict.BLOCKED;
    }
    if (clauses.stream().anyMatch(clause -> clause.value() == Value.REFUTED)) {
      return Verdict.FAILED;
    }
    return !clauses.isEmpty() && clauses.stream().allMatch(clause -> clause.value() == Value.PROVEN)
        ? Verdict.PASSED
        : Verdict.PARTIAL;
  }

  /// The groups that can mend what is not proven, in the spec's order.
  public List<GroupId> groupsToRepair(Spec spec) {
    return spec.groups().stream()
        .filter(group -> group.features().stream().anyMatch(this::failed))
        .map(group -> group.id())
        .toList();
  }

  private boolean failed(FeatureId feature) {
    return features.stream()
        .anyMatch(one -> one.feature().equals(feature) && one.verdict() == Verdict.FAILED);
  }
}

package dev.otto.model.audit;

import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.audit.Judgement.FeatureVerdict;
import dev.otto.model.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/// The verdict of the whole product: the last row of the table of verdicts, with every reason.
record WholeRule(Verdict verdict, List<String> reasons) {
  static WholeRule verdict(
      Spec spec, List<FeatureVerdict> features, List<ClauseVerdict> guardrails, Findings findings) {
    var reasons = new ArrayList<String>();
    findings
        .tampered()
        .forEach(one ->
            reasons.add(
                "the oracle of '%s' was tampered with: %s"
                    .formatted(one.check(), String.join(", ", one.paths()))));
    features.stream()
        .filter(feature -> feature.verdict() != Verdict.PASSED)
        .forEach(one ->
            reasons.add("feature '%s' is %s".formatted(one.feature(), one.verdict().word())));
    guardrails.stream()
        .filter(guardrail -> guardrail.value() != Value.PROVEN)
        .forEach(
            one -> reasons.add("guardrail '%s' is %s".formatted(one.clause(), one.value().word())));
    spec.groups().stream()
        .filter(group -> findings.neverMerged().contains(group.id()))
        .forEach(group -> reasons.add("group '%s' was never merged".formatted(group.id())));
    return new WholeRule(value(features, reasons.isEmpty(), findings), List.copyOf(reasons));
  }

  private static Verdict value(List<FeatureVerdict> features, boolean spotless, Findings findings) {
    if (spotless && !features.isEmpty()) {
      return Verdict.PASSED;
    }
    var nonePassed = features.stream().noneMatch(one -> one.verdict() == Verdict.PASSED);
    return nonePassed || !findings.tampered().isEmpty() ? Verdict.FAILED : Verdict.PARTIAL;
  }
}

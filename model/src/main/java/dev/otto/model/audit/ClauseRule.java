package dev.otto.model.audit;

import dev.otto.model.CheckId;
import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges one clause by what the audit saw: the first half of the table of verdicts. No reason
/// hides another.
final class ClauseRule {
  private final Clause clause;
  private final Findings findings;
  private final Marking marking;
  private final Map<CheckId, List<Mark>> marks = new LinkedHashMap<>();
  private final List<String> refuting = new ArrayList<>();
  private final List<String> lacking = new ArrayList<>();

  private ClauseRule(Spec spec, Clause clause, Findings findings) {
    this.clause = clause;
    this.findings = findings;
    this.marking = new Marking(spec, clause, findings);
  }

  static ClauseVerdict verdict(Spec spec, Clause clause, Findings findings) {
    var rule = new ClauseRule(spec, clause, findings);
    return clause.judged() ? rule.judged() : rule.checked();
  }

  private ClauseVerdict judged() {
    var said = findings.judged(clause.id());
    if (said.isEmpty()) {
      return verdict(Value.UNPROVEN, List.of("the auditor did not judge it"));
    }
    var judgement = said.get();
    if (!findings.evident(judgement)) {
      return verdict(
          Value.UNPROVEN,
          List.of(
              "the auditor points at '%s', which is no evidence of this audit"
                  .formatted(judgement.evidence())));
    }
    return judgement.holds()
        ? verdict(
            Value.PROVEN,
            List.of(
                "judged, by the evidence of '%s': %s"
                    .formatted(judgement.evidence(), judgement.why())))
        : verdict(Value.REFUTED, List.of("judged not to hold: " + judgement.why()));
  }

  private ClauseVerdict checked() {
    clause.checks().forEach(this::weigh);
    doubt().ifPresent(why -> lacking.add("the auditor doubts it: " + why));
    if (clause.checks().isEmpty()) {
      lacking.add("it has no check");
    }
    if (!refuting.isEmpty()) {
      return verdict(Value.REFUTED, Stream.concat(refuting.stream(), lacking.stream()).toList());
    }
    return verdict(proven() ? Value.PROVEN : Value.UNPROVEN, lacking);
  }

  /// The auditor can lower what checks prove, never raise it.
  private Optional<String> doubt() {
    return findings
        .judged(clause.id())
        .filter(said -> !said.holds() && findings.evident(said))
        .map(Findings.Judged::why);
  }

  private boolean proven() {
    var proof = marks.values().stream().anyMatch(List::isEmpty);
    var brokenBefore = marks.values().stream().anyMatch(its -> its.contains(Mark.BROKEN_BEFORE));
    return proof && !brokenBefore && doubt().isEmpty();
  }

  private void weigh(CheckId id) {
    var its = marking.of(id);
    marks.put(id, its);
    its.forEach(mark -> (mark == Mark.TAMPERED ? refuting : lacking).add(reason(id, mark)));
    var failed = findings.after(id).filter(CheckResult::failed);
    failed.ifPresent(result ->
        (its.stream().allMatch(Mark::counts) ? refuting : lacking)
            .add("'%s' failed: %s".formatted(id, result.sentence())));
  }

  private String reason(CheckId id, Mark mark) {
    var why =
        switch (mark) {
          case NOT_RUN -> findings.after(id).map(result -> ": " + result.sentence()).orElse("");
          case TAMPERED -> ": " + String.join(", ", findings.tamperedPaths(id));
          case VACUOUS, SELF_WRITTEN, BROKEN_BEFORE, FLAKY, EMPTY, UNKNOWN, NO_EVIDENCE -> "";
        };
    return "'%s' %s%s".formatted(id, mark.sentence(), why);
  }

  private ClauseVerdict verdict(Value value, List<String> reasons) {
    return new ClauseVerdict(clause.id(), value, reasons, marks);
  }
}

package dev.otto.model.audit;

import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.audit.CheckResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an audit saw, in the making: every check that is not named was not run.
public final class SampleFindings {
  private final List<CheckResult> after = new ArrayList<>();
  private final List<CheckResult> base = new ArrayList<>();
  private final List<Findings.Tampered> tampered = new ArrayList<>();
  private final List<Findings.Judged> judged = new ArrayList<>();
  private final List<GroupId> neverMerged = new ArrayList<>();

  private SampleFindings() {}

  /// An audit that saw nothing yet.
  public static SampleFindings none() {
    return new SampleFindings();
  }

  /// The check passes on the merged commit and failed on the base.
  public SampleFindings proves(String check) {
    return after(check, Outcome.PASSED).base(check, Outcome.FAILED);
  }

  /// The check passes on the merged commit and on the base.
  public SampleFindings keeps(String check) {
    return after(check, Outcome.PASSED).base(check, Outcome.PASSED);
  }

  /// The check fails on the merged commit and on the base.
  public SampleFindings refutes(String check) {
    return after(check, Outcome.FAILED).base(check, Outcome.FAILED);
  }

  /// What the check came to on the merged commit, with evidence where there can be some.
  public SampleFindings after(String check, Outcome outcome) {
    after.add(result(check, outcome, outcome != Outcome.NOT_RUN && outcome != Outcome.UNKNOWN));
    return this;
  }

  public SampleFindings afterWithoutEvidence(String check, Outcome outcome) {
    after.add(result(check, outcome, false));
    return this;
  }

  public SampleFindings base(String check, Outcome outcome) {
    base.add(result(check, outcome, true));
    return this;
  }

  public SampleFindings tampered(String check, String... paths) {
    tampered.add(new Findings.Tampered(new CheckId(check), List.of(paths)));
    return this;
  }

  /// The auditor says so, and points at the evidence of that check.
  public SampleFindings judged(String clause, boolean holds, String evidence) {
    judged.add(
        new Findings.Judged(new ClauseId(clause), holds, new CheckId(evidence), "one can see it"));
    return this;
  }

  public SampleFindings neverMerged(String group) {
    neverMerged.add(new GroupId(group));
    return this;
  }

  public Findings findings() {
    return new Findings(
        1,
        Sample.commit("audited"),
        Sample.tree("audited"),
        after,
        base,
        tampered,
        judged,
        List.of(),
        neverMerged,
        Optional.empty(),
        "none");
  }

  private static CheckResult result(String check, Outcome outcome, boolean evident) {
    return new CheckResult(
        new CheckId(check),
        outcome,
        "it ended " + outcome.name(),
        evident ? Optional.of(Sample.digest("log of " + check)) : Optional.empty(),
        12);
  }
}

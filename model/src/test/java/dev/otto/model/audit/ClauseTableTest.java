package dev.otto.model.audit;

import static dev.otto.model.spec.SampleSpec.clause;
import static dev.otto.model.spec.SampleSpec.judged;
import static dev.otto.model.spec.SampleSpec.kept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.audit.CheckResult.Outcome;
import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.check.Check;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.SampleSpec;
import dev.otto.model.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of verdicts for clauses, cell by cell. No check that says nothing makes anything green
/// (W-31), and no reason hides another (W-29).
class ClauseTableTest {
  private static final Check UNIT = SampleCheck.sealed("unit");
  private static final Check OTHER = SampleCheck.sealed("other");
  private static final Check OWN = SampleCheck.selfWritten("own");

  @Test
  void a_check_that_failed_on_the_base_and_passes_now_proves_a_clause() {
    var verdict = verdict(clause("works", "unit"), SampleFindings.none().proves("unit"), UNIT);

    assertThat(verdict)
        .isEqualTo(
            new ClauseVerdict(
                new ClauseId("works"), Value.PROVEN, List.of(), Map.of(id("unit"), List.of())));
  }

  @Test
  void a_check_that_could_not_be_run_on_the_base_proves_a_new_clause_too() {
    var findings = SampleFindings.none().after("unit", Outcome.PASSED);

    assertThat(verdict(clause("works", "unit"), findings, UNIT).value()).isEqualTo(Value.PROVEN);
    assertThat(
            verdict(clause("works", "unit"), findings.base("unit", Outcome.NOT_RUN), UNIT).value())
        .isEqualTo(Value.PROVEN);
  }

  @Test
  void a_check_that_fails_refutes_a_clause() {
    var verdict = verdict(clause("works", "unit"), SampleFindings.none().refutes("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
    assertThat(verdict.reasons()).containsExactly("'unit' failed: it ended FAILED");
  }

  @Test
  void one_failing_check_refutes_what_another_proves() {
    var verdict =
        verdict(
            clause("works", "unit", "other"),
            SampleFindings.none().proves("unit").refutes("other"),
            UNIT,
            OTHER);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
  }

  @Test
  void a_self_written_check_that_fails_refutes_as_well() {
    var verdict = verdict(clause("works", "own"), SampleFindings.none().refutes("own"), OWN);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, EMPTY, is empty: it asserted nothing",
    "UNKNOWN, UNKNOWN, is of a kind that is unknown here",
    "FLAKY, FLAKY, is flaky: it passed and failed on the same content",
    "NOT_RUN, NOT_RUN, was not run: it ended NOT_RUN",
  })
  void a_check_that_does_not_count_leaves_the_clause_unproven(
      Outcome outcome, Mark mark, String why) {
    var verdict =
        verdict(clause("works", "unit"), SampleFindings.none().after("unit", outcome), UNIT);

    assertThat(verdict)
        .isEqualTo(
            new ClauseVerdict(
                new ClauseId("works"),
                Value.UNPROVEN,
                List.of("'unit' " + why),
                Map.of(id("unit"), List.of(mark))));
  }

  @Test
  void a_check_without_any_result_was_not_run() {
    var verdict = verdict(clause("works", "unit"), SampleFindings.none(), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons()).containsExactly("'unit' was not run");
  }

  @Test
  void a_pass_without_evidence_is_no_pass() {
    var verdict =
        verdict(
            clause("works", "unit"),
            SampleFindings.none().afterWithoutEvidence("unit", Outcome.PASSED),
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.marks()).isEqualTo(Map.of(id("unit"), List.of(Mark.NO_EVIDENCE)));
    assertThat(verdict.reasons()).containsExactly("'unit' left no evidence");
  }

  @Test
  void a_failure_without_evidence_does_not_count_and_is_told() {
    var verdict =
        verdict(
            clause("works", "unit"),
            SampleFindings.none().afterWithoutEvidence("unit", Outcome.FAILED),
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons())
        .containsExactly("'unit' left no evidence", "'unit' failed: it ended FAILED");
  }

  @Test
  void a_new_clause_whose_check_passed_on_the_base_is_vacuous() {
    var verdict = verdict(clause("works", "unit"), SampleFindings.none().keeps("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.marks()).isEqualTo(Map.of(id("unit"), List.of(Mark.VACUOUS)));
    assertThat(verdict.reasons())
        .containsExactly("'unit' is vacuous: it passed on the base already");
  }

  @Test
  void a_vacuous_check_that_fails_now_refutes_nothing_and_is_told() {
    var verdict =
        verdict(
            clause("works", "unit"),
            SampleFindings.none().after("unit", Outcome.FAILED).base("unit", Outcome.PASSED),
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons()).contains("'unit' failed: it ended FAILED");
  }

  @Test
  void a_check_that_is_flaky_on_the_base_is_flaky() {
    var verdict =
        verdict(
            clause("works", "unit"),
            SampleFindings.none().after("unit", Outcome.PASSED).base("unit", Outcome.FLAKY),
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.marks()).isEqualTo(Map.of(id("unit"), List.of(Mark.FLAKY)));
  }

  @Test
  void a_self_written_check_alone_proves_nothing() {
    var verdict = verdict(clause("works", "own"), SampleFindings.none().proves("own"), OWN);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons())
        .containsExactly("'own' is self-written: agents could write what it judges by");
  }

  @Test
  void a_self_written_check_beside_a_good_one_does_no_harm() {
    var verdict =
        verdict(
            clause("works", "own", "unit"),
            SampleFindings.none().proves("own").proves("unit"),
            OWN,
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.PROVEN);
    assertThat(verdict.marks())
        .isEqualTo(Map.of(id("own"), List.of(Mark.SELF_WRITTEN), id("unit"), List.of()));
  }

  @Test
  void any_check_that_does_not_count_beside_a_good_one_does_no_harm() {
    var verdict =
        verdict(
            clause("works", "unit", "other"),
            SampleFindings.none().proves("unit").after("other", Outcome.EMPTY),
            UNIT,
            OTHER);

    assertThat(verdict.value()).isEqualTo(Value.PROVEN);
    assertThat(verdict.reasons()).containsExactly("'other' is empty: it asserted nothing");
  }

  @Test
  void a_tampered_oracle_refutes_although_everything_passes() {
    var verdict =
        verdict(
            clause("works", "unit", "other"),
            SampleFindings.none()
                .proves("unit")
                .proves("other")
                .tampered("other", "oracle/other.sh", "oracle/x.sh"),
            UNIT,
            OTHER);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
    assertThat(verdict.reasons())
        .containsExactly("'other' was tampered with: oracle/other.sh, oracle/x.sh");
  }

  @Test
  void what_was_and_is_still_true_is_kept() {
    var verdict = verdict(kept("works", "unit"), SampleFindings.none().keeps("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.PROVEN);
    assertThat(verdict.marks()).isEqualTo(Map.of(id("unit"), List.of()));
  }

  @Test
  void what_was_true_and_is_no_more_is_refuted() {
    var verdict =
        verdict(
            kept("works", "unit"),
            SampleFindings.none().after("unit", Outcome.FAILED).base("unit", Outcome.PASSED),
            UNIT);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
    assertThat(verdict.reasons()).containsExactly("'unit' failed: it ended FAILED");
  }

  @Test
  void what_was_broken_before_is_not_kept_although_it_passes_now() {
    var verdict = verdict(kept("works", "unit"), SampleFindings.none().proves("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons())
        .containsExactly("'unit' was broken before: it failed on the base already");
  }

  @Test
  void what_was_broken_before_beside_a_good_check_is_not_kept_either() {
    var verdict =
        verdict(
            kept("works", "unit", "other"),
            SampleFindings.none().proves("unit").keeps("other"),
            UNIT,
            OTHER);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
  }

  @Test
  void what_was_broken_before_and_still_is_is_refuted_with_both_reasons() {
    var verdict = verdict(kept("works", "unit"), SampleFindings.none().refutes("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
    assertThat(verdict.reasons())
        .containsExactly(
            "'unit' failed: it ended FAILED",
            "'unit' was broken before: it failed on the base already");
  }

  @Test
  void a_kept_clause_that_could_not_be_run_on_the_base_is_judged_after_only() {
    var passes = SampleFindings.none().after("unit", Outcome.PASSED);
    var fails = SampleFindings.none().after("unit", Outcome.FAILED);

    assertThat(verdict(kept("works", "unit"), passes, UNIT).value()).isEqualTo(Value.PROVEN);
    assertThat(verdict(kept("works", "unit"), fails, UNIT).value()).isEqualTo(Value.REFUTED);
    assertThat(verdict(kept("works", "unit"), passes.base("unit", Outcome.NOT_RUN), UNIT).value())
        .isEqualTo(Value.PROVEN);
  }

  @Test
  void a_kept_clause_whose_check_asserted_nothing_on_the_base_is_not_proven() {
    var findings = SampleFindings.none().after("unit", Outcome.PASSED).base("unit", Outcome.EMPTY);

    assertThat(verdict(kept("works", "unit"), findings, UNIT).marks())
        .isEqualTo(Map.of(id("unit"), List.of(Mark.EMPTY)));
    assertThat(verdict(kept("works", "unit"), findings, UNIT).value()).isEqualTo(Value.UNPROVEN);
  }

  @Test
  void a_clause_without_a_check_is_unproven() {
    var verdict = verdict(clause("works"), SampleFindings.none(), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons()).containsExactly("it has no check");
  }

  @Test
  void every_mark_and_every_reason_is_listed() {
    var findings =
        SampleFindings.none()
            .afterWithoutEvidence("own", Outcome.PASSED)
            .base("own", Outcome.PASSED)
            .refutes("unit")
            .tampered("other", "a.sh")
            .after("other", Outcome.FLAKY);

    var verdict = verdict(clause("works", "own", "unit", "other"), findings, OWN, UNIT, OTHER);

    assertThat(verdict.value()).isEqualTo(Value.REFUTED);
    assertThat(verdict.marks())
        .isEqualTo(
            Map.of(
                id("own"), List.of(Mark.VACUOUS, Mark.SELF_WRITTEN, Mark.NO_EVIDENCE),
                id("unit"), List.of(),
                id("other"), List.of(Mark.TAMPERED, Mark.FLAKY)));
    assertThat(verdict.reasons())
        .containsExactly(
            "'unit' failed: it ended FAILED",
            "'other' was tampered with: a.sh",
            "'own' is vacuous: it passed on the base already",
            "'own' is self-written: agents could write what it judges by",
            "'own' left no evidence",
            "'other' is flaky: it passed and failed on the same content");
    assertThat(verdict.marks().keySet()).containsExactly(id("own"), id("unit"), id("other"));
  }

  @Test
  void a_judged_clause_is_proven_by_an_auditor_who_points_at_evidence() {
    var findings = SampleFindings.none().proves("unit").judged("pretty", true, "unit");

    var verdict = verdict(judged("pretty"), findings, UNIT);

    assertThat(verdict.value()).isEqualTo(Value.PROVEN);
    assertThat(verdict.reasons())
        .containsExactly("judged, by the evidence of 'unit': one can see it");
  }

  @Test
  void a_judgement_without_evidence_of_this_audit_is_no_proof() {
    // W-41: words are not evidence.
    var absent = SampleFindings.none().proves("unit").judged("pretty", true, "elsewhere");
    var empty =
        SampleFindings.none()
            .afterWithoutEvidence("unit", Outcome.PASSED)
            .judged("pretty", true, "unit");

    assertThat(verdict(judged("pretty"), absent, UNIT).value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict(judged("pretty"), absent, UNIT).reasons())
        .containsExactly("the auditor points at 'elsewhere', which is no evidence of this audit");
    assertThat(verdict(judged("pretty"), empty, UNIT).value()).isEqualTo(Value.UNPROVEN);
  }

  @Test
  void evidence_of_the_base_is_no_evidence_of_the_product() {
    var findings =
        SampleFindings.none().base("unit", Outcome.PASSED).judged("pretty", true, "unit");

    assertThat(verdict(judged("pretty"), findings, UNIT).value()).isEqualTo(Value.UNPROVEN);
  }

  @Test
  void a_judged_clause_of_which_the_auditor_says_nothing_is_unproven() {
    // W-41: silence is no success.
    var verdict = verdict(judged("pretty"), SampleFindings.none().proves("unit"), UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons()).containsExactly("the auditor did not judge it");
  }

  @Test
  void a_judged_clause_that_does_not_hold_is_refuted() {
    var findings = SampleFindings.none().proves("unit").judged("pretty", false, "unit");

    assertThat(verdict(judged("pretty"), findings, UNIT).value()).isEqualTo(Value.REFUTED);
  }

  @Test
  void an_auditor_can_lower_what_a_check_proves() {
    var findings = SampleFindings.none().proves("unit").judged("works", false, "unit");

    var verdict = verdict(clause("works", "unit"), findings, UNIT);

    assertThat(verdict.value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict.reasons()).containsExactly("the auditor doubts it: one can see it");
  }

  @Test
  void an_auditor_can_raise_nothing() {
    var unproven = SampleFindings.none().keeps("unit").judged("works", true, "unit");
    var refuted = SampleFindings.none().refutes("unit").judged("works", true, "unit");

    assertThat(verdict(clause("works", "unit"), unproven, UNIT).value()).isEqualTo(Value.UNPROVEN);
    assertThat(verdict(clause("works", "unit"), refuted, UNIT).value()).isEqualTo(Value.REFUTED);
  }

  @Test
  void a_doubt_without_evidence_lowers_nothing() {
    var findings = SampleFindings.none().proves("unit").judged("works", false, "elsewhere");

    assertThat(verdict(clause("works", "unit"), findings, UNIT).value()).isEqualTo(Value.PROVEN);
  }

  private static ClauseVerdict verdict(Clause clause, SampleFindings findings, Check... checks) {
    var judgement = Judgement.of(spec(clause, checks), findings.findings());
    return judgement.clause(clause.id()).orElseThrow();
  }

  private static Spec spec(Clause clause, Check... checks) {
    var spec = SampleSpec.empty().feature("one", clause);
    Stream.of(checks).forEach(spec::check);
    return spec.group("all", List.of("one"), List.of(), List.of("src/**"), List.of(), List.of())
        .spec();
  }

  private static CheckId id(String check) {
    return new CheckId(check);
  }
}

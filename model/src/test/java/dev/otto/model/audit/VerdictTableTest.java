package dev.otto.model.audit;

import static dev.otto.model.spec.SampleSpec.clause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.audit.Judgement.FeatureVerdict;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.spec.Guardrail;
import dev.otto.model.spec.SampleSpec;
import dev.otto.model.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of verdicts for features, guardrails and the whole product. One rule counts, and every
/// screen shows what it says (W-39).
class VerdictTableTest {
  private static final Spec TWO =
      SampleSpec.empty()
          .feature("search", clause("finds", "finds"), clause("sorts", "sorts"))
          .feature("login", clause("logs-in", "logs-in"))
          .check(SampleCheck.sealed("finds"))
          .check(SampleCheck.sealed("sorts"))
          .check(SampleCheck.sealed("logs-in"))
          .check(SampleCheck.sealed("no-leak"))
          .group("api", List.of("search"), List.of(), List.of("api/**"), List.of(), List.of())
          .group("web", List.of("search"), List.of(), List.of("web/**"), List.of(), List.of())
          .group("auth", List.of("login"), List.of(), List.of("auth/**"), List.of(), List.of())
          .group("ci", List.of(), List.of(), List.of("ci/**"), List.of(), List.of())
          .guardrail("leaks-nothing", new Guardrail.Scope.All(), "no-leak")
          .spec();

  private final SampleFindings findings = SampleFindings.none();

  @Test
  void a_feature_whose_clauses_are_all_proven_has_passed() {
    findings.proves("finds").proves("sorts");

    assertThat(feature("search"))
        .isEqualTo(new FeatureVerdict(new FeatureId("search"), Verdict.PASSED, List.of()));
  }

  @Test
  void a_feature_with_a_refuted_clause_has_failed() {
    findings.proves("finds").refutes("sorts");

    assertThat(feature("search"))
        .isEqualTo(
            new FeatureVerdict(
                new FeatureId("search"), Verdict.FAILED, List.of("clause 'sorts' is refuted")));
  }

  @Test
  void a_feature_with_an_unproven_clause_is_partial() {
    findings.proves("finds").keeps("sorts");

    assertThat(feature("search"))
        .isEqualTo(
            new FeatureVerdict(
                new FeatureId("search"), Verdict.PARTIAL, List.of("clause 'sorts' is unproven")));
  }

  @Test
  void a_feature_of_which_a_group_was_never_merged_is_blocked_whatever_its_checks_say() {
    // W-28: an audit said passed while a group had not landed.
    findings.proves("finds").proves("sorts").neverMerged("web");
    assertThat(feature("search").verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(feature("search").reasons()).containsExactly("group 'web' was never merged");

    var refuted = SampleFindings.none().refutes("finds").proves("sorts").neverMerged("web");

    assertThat(feature("search", refuted).verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(feature("search", refuted).reasons())
        .containsExactly("group 'web' was never merged", "clause 'finds' is refuted");
  }

  @Test
  void a_feature_without_clauses_is_not_proven_by_that() {
    // W-31: nothing checked is nothing proven.
    var spec =
        SampleSpec.empty()
            .feature("empty")
            .group("all", List.of("empty"), List.of(), List.of("**"), List.of(), List.of())
            .spec();

    assertThat(Judgement.of(spec, findings.findings()).features().getFirst().verdict())
        .isEqualTo(Verdict.PARTIAL);
    assertThat(Judgement.of(spec, findings.findings()).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_run_of_which_everything_is_proven_has_passed() {
    assertThat(whole(all()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(whole(all()).reasons()).isEmpty();
  }

  @Test
  void a_run_of_which_one_feature_passed_is_partial() {
    var some = findings.proves("finds").proves("sorts").refutes("logs-in").keeps("no-leak");

    assertThat(whole(some).verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(whole(some).reasons()).containsExactly("feature 'login' is failed");
  }

  @Test
  void a_run_of_which_no_feature_passed_has_failed() {
    var none = findings.proves("finds").keeps("sorts").refutes("logs-in").keeps("no-leak");

    assertThat(whole(none).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(whole(none).reasons())
        .containsExactly("feature 'search' is partial", "feature 'login' is failed");
  }

  @Test
  void a_guardrail_that_is_not_proven_keeps_a_run_from_passing() {
    var run = findings.proves("finds").proves("sorts").proves("logs-in");

    assertThat(whole(run).verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(whole(run).reasons()).containsExactly("guardrail 'leaks-nothing' is unproven");
    assertThat(Judgement.of(TWO, run.findings()).guardrails().getFirst().reasons())
        .containsExactly("'no-leak' was not run");
  }

  @Test
  void a_guardrail_that_is_refuted_does_so_too() {
    var run = findings.proves("finds").proves("sorts").proves("logs-in").refutes("no-leak");

    assertThat(whole(run).verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(whole(run).reasons()).containsExactly("guardrail 'leaks-nothing' is refuted");
  }

  @Test
  void a_run_that_was_tampered_with_has_failed_although_a_feature_passed() {
    var run = all().tampered("finds", "oracle/finds.sh");

    assertThat(whole(run).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(whole(run).reasons())
        .containsExactly(
            "the oracle of 'finds' was tampered with: oracle/finds.sh",
            "feature 'search' is failed");
  }

  @Test
  void tampering_with_a_check_that_no_clause_names_fails_the_run_too() {
    var run = all().tampered("unused", "oracle/unused.sh");

    assertThat(whole(run).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_group_without_features_that_was_never_merged_keeps_a_run_from_passing() {
    // W-28: what was approved and is not there must not look done.
    var run = all().neverMerged("ci");

    assertThat(whole(run).verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(whole(run).reasons()).containsExactly("group 'ci' was never merged");
  }

  @Test
  void no_reason_hides_another() {
    // W-29: the first cap used to hide the later ones.
    var run =
        findings
            .refutes("finds")
            .proves("sorts")
            .proves("logs-in")
            .tampered("finds", "a.sh")
            .neverMerged("ci");

    assertThat(whole(run).reasons())
        .containsExactly(
            "the oracle of 'finds' was tampered with: a.sh",
            "feature 'search' is failed",
            "guardrail 'leaks-nothing' is unproven",
            "group 'ci' was never merged");
  }

  @Test
  void an_audit_that_saw_nothing_proves_nothing() {
    // W-31, W-41: no result is no success.
    var judgement = Judgement.of(TWO, findings.findings());

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judgement.clauses())
        .allMatch(clause -> clause.value() == ClauseVerdict.Value.UNPROVEN);
  }

  @Test
  void the_groups_of_failed_features_are_to_be_repaired() {
    var run = findings.refutes("finds").proves("sorts").keeps("logs-in");

    assertThat(Judgement.of(TWO, run.findings()).groupsToRepair(TWO))
        .containsExactly(new GroupId("api"), new GroupId("web"));
  }

  private SampleFindings all() {
    return findings.proves("finds").proves("sorts").proves("logs-in").keeps("no-leak");
  }

  private FeatureVerdict feature(String id) {
    return feature(id, findings);
  }

  private static FeatureVerdict feature(String id, SampleFindings findings) {
    return Judgement.of(TWO, findings.findings()).features().stream()
        .filter(verdict -> verdict.feature().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement whole(SampleFindings findings) {
    return Judgement.of(TWO, findings.findings());
  }
}

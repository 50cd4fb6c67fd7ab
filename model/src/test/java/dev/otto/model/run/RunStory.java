package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.ClauseId;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.AuditEvent.ClauseValue;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.proof.Proof;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SampleSpec;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run that a test lives through, one second per event. The story says what the world did; the
/// plan of the run must have asked for it.
public final class RunStory {
  private Run run;
  private Instant now = Sample.NOON;
  private final List<RunEntry> log = new ArrayList<>();

  private RunStory(RunSettings settings) {
    var created =
        new RunEvent.Created(
            Sample.PROJECT, Sample.digest("intent"), "A greeter", Sample.HOST, settings);
    run = Run.created(Sample.RUN, created, now);
    log.add(new RunEntry(created, now));
  }

  /// A run that was just asked for, without a gate.
  public static RunStory created() {
    return new RunStory(RunSettings.of("scripted"));
  }

  public static RunStory created(RunSettings settings) {
    return new RunStory(settings);
  }

  /// A run of the smallest spec that waits for a person at the gate.
  public static RunStory atTheGate() {
    return created().opens().compiles(SampleSpec.small()).opensGate();
  }

  /// A run that is about to build these groups, written as in `SampleSpec.ofGroups`.
  public static RunStory building(String... groups) {
    return building(SampleSpec.ofGroups(groups));
  }

  public static RunStory building(Spec spec) {
    return created().opens().compiles(spec).approves().prepares();
  }

  /// A run whose only group is merged and that is about to be audited.
  public static RunStory merged() {
    var story = building("greeter");
    story.group("greeter").builds().merges();
    return story;
  }

  /// A run that passed.
  public static RunStory passed() {
    return merged().audits(Verdict.PASSED).ends();
  }

  public Run run() {
    return run;
  }

  public RunPlan plan() {
    return run.plan();
  }

  public Instant now() {
    return now;
  }

  /// Everything that happened, in order.
  public List<RunEntry> log() {
    return List.copyOf(log);
  }

  /// One group of the run.
  public GroupStory group(String id) {
    return new GroupStory(this, new GroupId(id));
  }

  public RunStory happens(RunEvent event) {
    now = now.plusSeconds(1);
    run = run.after(event, now);
    log.add(new RunEntry(event, now));
    return this;
  }

  /// Time in which nothing happens.
  public RunStory passes(Duration time) {
    now = now.plus(time);
    return this;
  }

  /// A person asks for it, and may.
  public RunStory asks(RunCommand command) {
    assertThat(command.refusal(run)).isEmpty();
    return happens(command.event());
  }

  public RunStory opens() {
    return happens(new RunEvent.Opened(Sample.BASE, Sample.tree("base"), List.of()));
  }

  /// The spec agent is called and answers with this spec, which stands.
  public RunStory compiles(Spec spec) {
    return callsSpecAgent().answersSpec(spec.canonical()).accepts(spec);
  }

  public RunStory callsSpecAgent() {
    var step = assertStep(CompileStep.Order.class, plan().compile());
    return called(new CallEvent.Ordered(step.order()));
  }

  /// The spec agent answers with a text that may or may not be a spec.
  public RunStory answersSpec(String text) {
    var step = assertStep(CompileStep.Call.class, plan().compile());
    var answer = new Answer.Done(Optional.of(Sample.digest(text)));
    return called(new CallEvent.Answered(step.order(), answer, Sample.usage(1000, 100, "0.10")));
  }

  public RunStory accepts(Spec spec) {
    assertThat(plan().compile()).isInstanceOf(CompileStep.Accept.class);
    var number = run.compilation().revision().map(revision -> revision.number()).orElse(0) + 1;
    return happens(
        new RunEvent.OfSpec(
            new SpecEvent.Compiled(number, spec.digest(), spec.title(), GroupPlan.of(spec))));
  }

  /// The answer breaks rules and goes back.
  public RunStory refusesSpec() {
    assertThat(plan().compile()).isInstanceOf(CompileStep.Accept.class);
    return happens(new RunEvent.OfSpec(new SpecEvent.Refused(1, Sample.digest("violations"))));
  }

  public RunStory opensGate() {
    assertThat(plan().reviewLeft()).isTrue();
    return happens(new RunEvent.OfSpec(new SpecEvent.GateOpened(now.plus(Duration.ofDays(1)))));
  }

  public RunStory approves() {
    assertThat(plan().reviewLeft()).isTrue();
    var spec = run.compilation().revision().orElseThrow().spec();
    return happens(new RunEvent.OfSpec(new SpecEvent.Approved(spec, "Otto", Optional.empty())));
  }

  public RunStory prepares() {
    assertThat(plan().prepareLeft()).isTrue();
    return happens(new RunEvent.Prepared(Sample.commit("prepared"), List.of()));
  }

  public RunStory beginsAudit() {
    return happens(new RunEvent.OfAudit(plan().auditDue().orElseThrow()));
  }

  /// Every check was run; so many clauses are left to the auditor.
  public RunStory probes(int judged) {
    assertThat(plan().auditOpen()).isTrue();
    var round = run.audits().round();
    return happens(
        new RunEvent.OfAudit(
            new AuditEvent.Probed(round, Sample.digest("findings " + round), judged, 900)));
  }

  public RunStory callsAuditor() {
    assertThat(run.audits().current().orElseThrow().needsAuditor()).isTrue();
    return called(
        new CallEvent.Ordered(
            CallOrder.first(
                run.calls().nextId(), Stage.AUDIT, Optional.empty(), 1, run.audits().round())));
  }

  public RunStory auditorAnswers() {
    var order = run.calls().unended(Stage.AUDIT).orElseThrow();
    var answer = new Answer.Done(Optional.of(Sample.digest("judgement")));
    return called(new CallEvent.Answered(order, answer, Sample.usage(500, 50, "0.05")));
  }

  public RunStory auditorIsLost(Loss loss) {
    var order = run.calls().unended(Stage.AUDIT).orElseThrow();
    return called(new CallEvent.Lost(order, loss, Sample.usage(10, 0, "0.01")));
  }

  /// The verdicts stand; what is not passed can be repaired by these groups.
  public RunStory concludes(Verdict verdict, String... repairs) {
    assertThat(plan().auditOpen()).isTrue();
    var round = run.audits().round();
    var orders =
        Stream.of(repairs)
            .map(id -> new AuditEvent.Repair(new GroupId(id), Sample.digest("mend " + id)))
            .toList();
    return happens(
        new RunEvent.OfAudit(
            new AuditEvent.Concluded(
                round, Sample.digest("report " + round), verdict, values(verdict), orders)));
  }

  /// A whole audit without an auditor.
  public RunStory audits(Verdict verdict, String... repairs) {
    return beginsAudit().probes(0).concludes(verdict, repairs);
  }

  /// The packet is written, and the run ends as its plan says.
  public RunStory ends() {
    return renders().endsAsPlanned();
  }

  public RunStory renders() {
    assertThat(plan().over()).isTrue();
    var commit = run.audits().current().map(audit -> audit.commit());
    return happens(
        new RunEvent.Rendered(
            new Proof(
                Sample.digest("packet"),
                Sample.digest("page"),
                commit.map(_ -> Sample.digest("diff")),
                commit,
                commit.map(_ -> Sample.tree("audited")))));
  }

  public RunStory endsAsPlanned() {
    var ending = plan().ending().orElseThrow();
    return happens(
        new RunEvent.Ended(ending.verdict(), ending.why(), run.proof().orElseThrow().packet()));
  }

  RunStory called(CallEvent event) {
    return happens(new RunEvent.OfCall(event));
  }

  CommitId head() {
    return run.head().orElseThrow();
  }

  static <T> T assertStep(Class<T> type, Object step) {
    assertThat(step).isInstanceOf(type);
    return type.cast(step);
  }

  private static List<ClauseValue> values(Verdict verdict) {
    var value =
        verdict == Verdict.PASSED ? ClauseVerdict.Value.PROVEN : ClauseVerdict.Value.REFUTED;
    return List.of(new ClauseValue(new ClauseId("greeter-works"), value));
  }
}

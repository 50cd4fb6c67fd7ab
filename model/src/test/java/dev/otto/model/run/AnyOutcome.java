package dev.otto.model.run;

import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.Sample;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.spec.Gate;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// A world in which anything may come out of a step: good and bad answers, losses, conflicts.
final class AnyOutcome {
  private static final CheckId CHECK = new CheckId("any-check");
  private final Random random;
  private final Spec spec;
  private int made;

  AnyOutcome(Random random, Spec spec) {
    this.random = random;
    this.spec = spec;
  }

  CallEvent call(CallOrder order, boolean held) {
    return switch (random.nextInt(10)) {
      case 3 ->
          new CallEvent.Limited(
              new LimitedCall(order, "scripted", Sample.NOON.plusSeconds(60), "Not so fast."));
      case 4 -> new CallEvent.Moved(order, "claude", "codex", "it cannot be used", usage());
      case 2 -> new CallEvent.NeedsPerson(order, "auth", "Who are you?", usage());
      case 0 -> new CallEvent.Lost(order, held ? Loss.PAUSED : any(Loss.values()), usage());
      case 1 -> new CallEvent.Answered(order, new Answer.Failed("any", "It cannot be."), usage());
      default -> new CallEvent.Answered(order, done(order), usage());
    };
  }

  Stream<RunEvent> compile(CompileStep step) {
    return switch (step) {
      case CompileStep.Done _, CompileStep.Call _ -> Stream.empty();
      case CompileStep.Order(var order) -> ordered(order);
      case CompileStep.Keep(var why) -> Stream.of(new RunEvent.OfSpec(new SpecEvent.Kept(why)));
      case CompileStep.Block(var why) -> Stream.of(new RunEvent.Blocked(why));
      case CompileStep.Accept _ when random.nextInt(4) == 0 ->
          Stream.of(new RunEvent.OfSpec(new SpecEvent.Refused(3, Sample.digest("why"))));
      case CompileStep.Accept _ ->
          Stream.of(
              new RunEvent.OfSpec(
                  new SpecEvent.Compiled(1, spec.digest(), spec.title(), GroupPlan.of(spec))));
    };
  }

  Stream<RunEvent> review(Run run, Instant now) {
    if (!run.settings().reviewGate()) {
      return Stream.of(new SpecEvent.Approved(spec.digest(), "auto", Optional.empty()))
          .map(RunEvent.OfSpec::new);
    }
    return run.compilation().gate() instanceof Gate.Open
        ? Stream.of(new SpecEvent.GateTimedOut())
            .filter(_ -> random.nextInt(20) == 0)
            .map(RunEvent.OfSpec::new)
        : Stream.of(new SpecEvent.GateOpened(now.plusSeconds(3600))).map(RunEvent.OfSpec::new);
  }

  Stream<RunEvent> group(Group group, GroupStep step) {
    return switch (step) {
      case GroupStep.Done _, GroupStep.Wait _, GroupStep.Call _ -> Stream.empty();
      case GroupStep.Order(var order) -> ordered(order);
      case GroupStep.Note(var event) -> of(group, event);
      case GroupStep.Check _ -> of(group, checked(group));
      case GroupStep.Stop _ -> of(group, new GroupEvent.Aborted(Optional.empty()));
    };
  }

  RunEvent lane(Run run, Group group, Instant now) {
    var head = run.head().orElseThrow();
    return new RunEvent.OfGroup(
        group.id(),
        group.standing() instanceof Standing.Merging
            ? merged(head)
            : new GroupEvent.MergeOrdered(head, now));
  }

  Stream<RunEvent> audit(Run run) {
    var audit = run.audits().current().orElseThrow();
    if (audit.findings().isEmpty()) {
      return Stream.of(
              new AuditEvent.Probed(
                  audit.round(), Sample.digest("findings"), random.nextInt(2), 1000))
          .map(RunEvent.OfAudit::new);
    }
    if (!audit.needsAuditor()) {
      return Stream.of(concluded(run, audit.round())).map(RunEvent.OfAudit::new);
    }
    return run.calls().unended(Stage.AUDIT).isPresent()
        ? Stream.empty()
        : ordered(
            CallOrder.first(run.calls().nextId(), Stage.AUDIT, Optional.empty(), 1, audit.round()));
  }

  Stream<RunEvent> repairs(Run run) {
    return run.plan().repairsDue().stream()
        .map(repair ->
            new RunEvent.OfGroup(
                repair.group(),
                new GroupEvent.RepairOrdered(run.audits().round(), repair.feedback())));
  }

  private Answer done(CallOrder order) {
    return new Answer.Done(
        order.stage() == Stage.SPEC && random.nextInt(10) == 0
            ? Optional.empty()
            : Optional.of(Sample.digest("answer")));
  }

  /// Few contents and few failures, so that no progress happens.
  private GroupEvent checked(Group group) {
    var bad = random.nextInt(3) == 0;
    var content = "content " + random.nextInt(4);
    return new GroupEvent.Checked(
        group.attemptNumber(),
        group.round(),
        commit(),
        Sample.tree(content),
        bad ? List.of(CHECK) : List.of(),
        random.nextInt(12) == 0 ? List.of("conflict markers are left") : List.of(),
        Optional.empty(),
        List.of(),
        Sample.digest("report"),
        1000);
  }

  private GroupEvent merged(CommitId head) {
    return switch (random.nextInt(8)) {
      case 0 -> new GroupEvent.Conflicted(commit(), List.of("a.txt"));
      case 1 -> new GroupEvent.CandidateFailed(commit(), List.of(CHECK), Sample.digest("red"));
      case 2 -> new GroupEvent.Merged(head, Sample.tree("same"), true, 1);
      default -> new GroupEvent.Merged(commit(), Sample.tree("new"), false, 1000);
    };
  }

  private AuditEvent concluded(Run run, int round) {
    var verdict = any(new Verdict[] {Verdict.PASSED, Verdict.PARTIAL, Verdict.FAILED});
    var repairs =
        run.groups().stream()
            .filter(_ -> verdict != Verdict.PASSED && random.nextBoolean())
            .map(group -> new AuditEvent.Repair(group.id(), Sample.digest("mend")))
            .toList();
    return new AuditEvent.Concluded(round, Sample.digest("report"), verdict, List.of(), repairs);
  }

  private Usage usage() {
    return new Usage(
        1,
        random.nextInt(1000),
        random.nextInt(500),
        random.nextInt(200),
        random.nextInt(50) == 0
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf(random.nextInt(500), 2)));
  }

  private static Stream<RunEvent> ordered(CallOrder order) {
    return Stream.of(new RunEvent.OfCall(new CallEvent.Ordered(order)));
  }

  private static Stream<RunEvent> of(Group group, GroupEvent event) {
    return Stream.of(new RunEvent.OfGroup(group.id(), event));
  }

  private CommitId commit() {
    return Sample.commit("made " + ++made);
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}

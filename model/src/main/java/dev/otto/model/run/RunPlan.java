package dev.otto.model.run;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.group.Attempt;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.group.Start;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is left of a run, asked of its state: each phase does what this says and returns when it
/// says nothing. So there is no resume branch.
public record RunPlan(Run run) {
  /// What compiling needs next.
  public CompileStep compile() {
    var compilation = run.compilation();
    if (run.stopped().isPresent() || compilation.written()) {
      return new CompileStep.Done();
    }
    var open = run.calls().unended(Stage.SPEC);
    if (open.isPresent()) {
      return new CompileStep.Call(open.get());
    }
    if (compilation.answer().isPresent()) {
      return switch (compilation.answer().get()) {
        case Answer.Done(var structured) when structured.isPresent() ->
            new CompileStep.Accept(structured.get());
        case Answer.Done _ -> withoutSpec("the spec agent answered without a spec");
        case Answer.Failed(_, var sentence) -> withoutSpec("the spec agent failed: " + sentence);
      };
    }
    var given = run.settings().fromSpec().filter(_ -> compilation.wish().isEmpty());
    if (given.isPresent()) {
      return compilation.rounds() == 0
          ? new CompileStep.Accept(given.get())
          : new CompileStep.Block("the given spec breaks the rules");
    }
    if (compilation.rounds() >= run.settings().specRounds()) {
      return withoutSpec(
          "the spec still breaks the rules after %d answers".formatted(compilation.rounds()));
    }
    return new CompileStep.Order(
        CallOrder.first(
            run.calls().nextId(), Stage.SPEC, Optional.empty(), compilation.rounds() + 1, 0));
  }

  /// A run that has a spec already keeps it; a person may ask again.
  private CompileStep withoutSpec(String why) {
    return run.compilation().revision().isPresent()
        ? new CompileStep.Keep(why)
        : new CompileStep.Block(why);
  }

  /// Whether nobody has approved or refused a spec yet.
  public boolean specLeft() {
    return run.stopped().isEmpty() && !run.compilation().approved();
  }

  /// Whether the spec is there and nobody has approved or refused it yet.
  public boolean reviewLeft() {
    return specLeft() && run.compilation().written();
  }

  public boolean prepareLeft() {
    return run.stopped().isEmpty() && run.head().isEmpty();
  }

  /// What this group needs next.
  public GroupStep next(GroupId id) {
    var group = run.group(id).orElseThrow();
    if (run.stopped().isPresent()) {
      return new GroupStep.Done();
    }
    return switch (group.standing()) {
      case Standing.Merged _, Standing.Failed _, Standing.Cancelled _, Standing.Aborted _ ->
          new GroupStep.Done();
      case Standing.Aborting _ -> new GroupStep.Stop();
      case Standing.Resting _ -> begin(group);
      case Standing.Ready _ -> new GroupStep.Order(order(group));
      case Standing.Calling(var call) ->
          new GroupStep.Call(run.calls().unended(call).orElseThrow());
      case Standing.Answered(var order, var at) -> new GroupStep.Check(order, at);
      case Standing.Passed _, Standing.Merging _ -> new GroupStep.Wait();
    };
  }

  private GroupStep begin(Group group) {
    var lost = needed(group).filter(Group::neverMerges).findFirst();
    if (lost.isPresent()) {
      return note(
          new GroupEvent.Cancelled(
              "it needs '%s', which is %s"
                  .formatted(lost.get().id(), lost.get().standing().word())));
    }
    if (needed(group).anyMatch(need -> need.merged().isEmpty())) {
      return new GroupStep.Wait();
    }
    if (group.attemptNumber() >= run.settings().maxAttempts()) {
      return note(
          new GroupEvent.Failed(
              "%s, after %d attempts"
                  .formatted(
                      group.trouble().orElse("its checks still fail"), group.attemptNumber())));
    }
    var start = group.next().orElseGet(() -> new Start(head(), head()));
    return note(
        new GroupEvent.AttemptBegun(
            group.attemptNumber() + 1, group.round(), start.base(), start.from()));
  }

  private Stream<Group> needed(Group group) {
    return group.plan().needs().stream().map(need -> run.group(need).orElseThrow());
  }

  private static GroupStep note(GroupEvent event) {
    return new GroupStep.Note(event);
  }

  private CallOrder order(Group group) {
    Attempt attempt = group.attempt().orElseThrow();
    return CallOrder.first(
        run.calls().nextId(),
        attempt.stage(),
        Optional.of(group.id()),
        attempt.number(),
        group.round());
  }

  /// Whether every group has merged or never will, in this round.
  public boolean settled() {
    return run.groups().stream().allMatch(group -> group.standing().settled());
  }

  /// The group that the lane merges next: one that is half merged, else the first that may.
  public Optional<Group> toMerge() {
    if (run.stopped().isPresent()) {
      return Optional.empty();
    }
    return run.groups().stream()
        .filter(group -> group.standing() instanceof Standing.Merging)
        .findFirst()
        .or(() -> run.groups().stream().filter(this::mayMerge).findFirst());
  }

  private boolean mayMerge(Group group) {
    return group.standing() instanceof Standing.Passed
        && group.plan().mergesAfter().stream()
            .map(earlier -> run.group(earlier).orElseThrow())
            .allMatch(earlier -> earlier.standing().settled());
  }

  /// The audit that is due on the run's branch as it stands, if one is.
  public Optional<AuditEvent.Begun> auditDue() {
    if (run.stopped().isPresent() || !settled() || !anythingMerged() || !repairsDue().isEmpty()) {
      return Optional.empty();
    }
    var fresh = run.audits().current().isEmpty();
    var moved =
        run.audits().conclusion().isPresent()
            && !run.audits().current().orElseThrow().commit().equals(head());
    return fresh || moved
        ? Optional.of(new AuditEvent.Begun(run.audits().round() + 1, head()))
        : Optional.empty();
  }

  /// The audit that has begun and not been concluded, if there is one.
  public boolean auditOpen() {
    return run.stopped().isEmpty()
        && run.audits().current().isPresent()
        && run.audits().conclusion().isEmpty();
  }

  /// What the newest audit wants repaired and has not been ordered yet.
  public List<AuditEvent.Repair> repairsDue() {
    var concluded = run.audits().conclusion();
    if (run.stopped().isPresent()
        || concluded.isEmpty()
        || concluded.get().verdict() == Verdict.PASSED
        || concluded.get().round() >= run.settings().maxRounds()) {
      return List.of();
    }
    return concluded.get().repairs().stream()
        .filter(repair -> repairable(run.group(repair.group()).orElseThrow()))
        .toList();
  }

  private boolean repairable(Group group) {
    return group.round() < run.audits().round()
        && group.merged().isPresent()
        && !(group.standing() instanceof Standing.Aborted);
  }

  /// Why the run cannot come to an audit, if it cannot.
  public Optional<String> nothingToAudit() {
    return run.stopped().isEmpty() && run.head().isPresent() && settled() && !anythingMerged()
        ? Optional.of("no group was merged")
        : Optional.empty();
  }

  /// Whether all work is done and only the proof is left.
  public boolean over() {
    return ending().isPresent();
  }

  /// How the run ends, once nothing is left but the proof.
  public Optional<Ending> ending() {
    if (run.stopped().isPresent()) {
      return run.stopped();
    }
    if (!settled() || auditDue().isPresent() || auditOpen() || !repairsDue().isEmpty()) {
      return Optional.empty();
    }
    return run.audits()
        .conclusion()
        .map(concluded -> new Ending(concluded.verdict(), concluded.sentence()));
  }

  private boolean anythingMerged() {
    return run.groups().stream().anyMatch(group -> group.merged().isPresent());
  }

  private CommitId head() {
    return run.head().orElseThrow();
  }
}

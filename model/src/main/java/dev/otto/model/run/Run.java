package dev.otto.model.run;

import static java.util.Objects.requireNonNull;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Audits;
import dev.otto.model.budget.Admission;
import dev.otto.model.budget.Ledger;
import dev.otto.model.budget.WorkingTime;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Calls;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Stage;
import dev.otto.model.compile.Compilation;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.proof.Proof;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.Gate;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One run, whole: what was asked, how far it is, how it ended. Changed only by [#after(RunEvent,
/// Instant)].
///
/// @param seq how many events it has seen
/// @param base the commit that it builds on
/// @param head its branch in Otto's clone
/// @param hold set while it must start nothing new
/// @param stopped set when it must end without more work: a person aborted it, or it cannot go on
/// @param proof set when its packet is written
/// @param ended set when nothing happens to it any more
/// @param messages what people said and no agent has heard yet
public record Run(
    RunId id,
    long seq,
    ProjectId project,
    HostId host,
    Digest intent,
    String title,
    RunSettings settings,
    Optional<CommitId> base,
    Compilation compilation,
    Optional<CommitId> head,
    List<Group> groups,
    Calls calls,
    Audits audits,
    WorkingTime time,
    Ledger ledger,
    Optional<Hold> hold,
    Optional<Ending> stopped,
    Optional<Proof> proof,
    Optional<Ending> ended,
    List<Message> messages) {
  public Run {
    requireNonNull(id);
    requireNonNull(project);
    requireNonNull(host);
    requireNonNull(intent);
    requireNonNull(title);
    requireNonNull(settings);
    base = base == null ? Optional.empty() : base;
    compilation = compilation == null ? Compilation.NONE : compilation;
    head = head == null ? Optional.empty() : head;
    groups = groups == null ? List.of() : List.copyOf(groups);
    calls = calls == null ? Calls.NONE : calls;
    audits = audits == null ? Audits.NONE : audits;
    time = time == null ? WorkingTime.NONE : time;
    ledger = ledger == null ? Ledger.NEW : ledger;
    hold = hold == null ? Optional.empty() : hold;
    stopped = stopped == null ? Optional.empty() : stopped;
    proof = proof == null ? Optional.empty() : proof;
    ended = ended == null ? Optional.empty() : ended;
    messages = messages == null ? List.of() : List.copyOf(messages);
  }

  /// The run after its first event.
  public static Run created(RunId id, RunEvent.Created event, Instant at) {
    return new Run(
        id,
        1,
        event.project(),
        event.host(),
        event.intent(),
        event.title(),
        event.settings(),
        Optional.empty(),
        Compilation.NONE,
        Optional.empty(),
        List.of(),
        Calls.NONE,
        Audits.NONE,
        WorkingTime.NONE.at(at, true),
        Ledger.NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// The run as it stands after the event, at this moment. An ended run refuses every event.
  public Run after(RunEvent event, Instant at) {
    if (ended.isPresent()) {
      throw new IllegalStateException(
          "run %s has ended; nothing happens to it: %s".formatted(id, event));
    }
    var next = changed(event, at);
    return next.edit(change -> change.time = next.timeAfter(event, at))
        .edit(change -> change.seq = seq + 1);
  }

  private WorkingTime timeAfter(RunEvent event, Instant at) {
    if (event instanceof RunEvent.Recovered) {
      return time.carriedOn(at);
    }
    return event instanceof RunEvent.Slept(var millis)
        ? time.slept(at, millis)
        : time.at(at, !standsStill());
  }

  public Optional<Group> group(GroupId id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /// The groups whose agents may still be called.
  public List<GroupId> listening() {
    return groups.stream()
        .filter(group -> !group.standing().settled() && !group.standing().aborting())
        .map(Group::id)
        .toList();
  }

  /// What the agent of this call is to be told, in the order in which it was said.
  public List<Digest> saidTo(CallOrder order) {
    return messages.stream().filter(message -> message.meant(order)).map(Message::text).toList();
  }

  /// What is left to do, phase by phase.
  public RunPlan plan() {
    return new RunPlan(this);
  }

  /// Where the run stands, as people see it.
  public RunState state() {
    return RunStates.of(this);
  }

  /// Where its work is, for people.
  public Phase phase() {
    return RunStates.phase(this);
  }

  /// Whether no time of a budget passes.
  public boolean standsStill() {
    return ended.isPresent()
        || hold.isPresent()
        || compilation.gate() instanceof Gate.Open
        || calls.standstill().isPresent();
  }

  private Run changed(RunEvent event, Instant at) {
    return switch (event) {
      case RunEvent.Created _ ->
          throw new IllegalStateException("run " + id + " is created already");
      case RunEvent.Recovered _, RunEvent.Slept _ -> this;
      case RunEvent.Opened(var commit, _, _, _) ->
          edit(change -> change.base = Optional.of(commit));
      case RunEvent.OfCall(var call) -> called(call, at);
      case RunEvent.OfSpec(var spec) -> specified(spec);
      case RunEvent.Prepared(var commit, _) -> edit(change -> change.head = Optional.of(commit));
      case RunEvent.OfGroup(var group, var inner) -> grouped(group, inner);
      case RunEvent.OfAudit(var audit) -> edit(change -> change.audits = audits.after(audit));
      case RunEvent.PauseRequested(var by, var now, _) ->
          held(new Hold("paused by " + by, now, false));
      case RunEvent.Held(var why, var limit, var host) ->
          held(new Hold(why, false, limit, host, Optional.empty()));
      case RunEvent.Resumed _ ->
          hold.filter(Hold::limit).isPresent() ? resumed().granted() : resumed();
      case RunEvent.BudgetRaised(_, var more, var seconds, _) -> raised(more, seconds);
      case RunEvent.Said(var by, var group, var text, _, _) ->
          with(new Message(by, group.or(this::theOnlyOne), text));
      case RunEvent.Heard(_, var group, var texts) ->
          edit(change -> change.messages = Message.unheard(messages, group, texts));
      case RunEvent.AbortRequested(var by, var why, _) -> stopped(RunStates.abortedBy(by, why));
      case RunEvent.Blocked(var why) -> stopped(RunStates.blocked(why));
      case RunEvent.Rendered(var packet) -> edit(change -> change.proof = Optional.of(packet));
      case RunEvent.Ended(var verdict, var why, _) -> ended(new Ending(verdict, why));
    };
  }

  private Run resumed() {
    return edit(change -> change.hold = Optional.empty())
        .edit(change -> change.calls = calls.resumed(!hold.map(Hold::host).orElse(false)));
  }

  private Run raised(Limits more, long seconds) {
    var next = hold.filter(Hold::limit).isPresent() ? resumed() : this;
    return next.edit(change -> change.ledger = ledger.raised(more))
        .edit(change -> change.time = time.raised(seconds));
  }

  /// The run with as much again of what was used up: its budget for calls, or else its time.
  private Run granted() {
    return calls.unended().anyMatch(order -> admission(order) instanceof Admission.Refused)
        ? edit(change -> change.ledger = ledger.granted())
        : edit(change -> change.time = time.granted());
  }

  /// Whether its working time is used up.
  public boolean outOfTime(Instant at) {
    return settings.wallSeconds().filter(limit -> time.left(limit, at).isZero()).isPresent();
  }

  /// Whether the call may be made within the budget.
  public Admission admission(CallOrder order) {
    return ledger.admission(settings.budget(), order.id(), order.group(), order.tries() > 1);
  }

  private Optional<GroupId> theOnlyOne() {
    return listening().stream().findFirst();
  }

  private Run with(Message message) {
    return edit(
        change -> change.messages = Stream.concat(messages.stream(), Stream.of(message)).toList());
  }

  private Run called(CallEvent event, Instant at) {
    var order = event.order();
    var counted = counted(event);
    if (order.stage() == Stage.SPEC) {
      return counted.edit(change -> change.compilation = compilation.after(event));
    }
    if (order.stage() == Stage.AUDIT) {
      return counted.edit(change -> change.audits = audits.after(event));
    }
    return counted.withGroup(order.group().orElseThrow(), group -> group.after(event, at));
  }

  /// The run with what the event means to its calls; where a person is needed it stands still.
  private Run counted(CallEvent event) {
    var next =
        edit(change -> change.calls = calls.after(event, hold.isPresent()))
            .edit(change -> change.ledger = Settlement.of(ledger, event));
    return event instanceof CallEvent.NeedsPerson needed && hold.isEmpty() && stopped.isEmpty()
        ? next.held(new Hold(needed.why(), false, false, false, account(needed)))
        : next;
  }

  /// The provider whose account keeps the call from being made.
  private Optional<String> account(CallEvent.NeedsPerson needed) {
    return needed.ofTheAccount()
        ? Optional.of(needed.order().agent(settings).provider())
        : Optional.empty();
  }

  /// The providers for whose accounts it waits, and for nothing else.
  public Set<String> awaitedAccounts() {
    if (hold.isPresent()) {
      return hold.get().account().map(Set::of).orElse(Set.of());
    }
    return calls.limited().stream()
        .map(LimitedCall::provider)
        .filter(provider -> !provider.equals(LimitedCall.PROJECT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Run specified(SpecEvent event) {
    var next = edit(change -> change.compilation = compilation.after(event));
    return switch (event) {
      case SpecEvent.Compiled(_, _, var name, var plans) -> next.planned(name, plans);
      case SpecEvent.Edited(_, var name, var plans, _, _) -> next.planned(name, plans);
      case SpecEvent.Rejected(var by, var why, _) -> next.stopped(RunStates.rejectedBy(by, why));
      case SpecEvent.GateTimedOut() ->
          next.stopped(RunStates.blocked("nobody approved the spec in time"));
      case SpecEvent.Refused _,
          SpecEvent.Regenerated _,
          SpecEvent.Kept _,
          SpecEvent.GateOpened _,
          SpecEvent.Approved _ ->
          next;
    };
  }

  private Run planned(String name, List<GroupPlan> plans) {
    return edit(change -> change.title = name)
        .edit(change -> change.groups = plans.stream().map(this::planned).toList());
  }

  /// A group of the new revision: one that was aborted at the gate stays so.
  private Group planned(GroupPlan plan) {
    return group(plan.id())
        .filter(group -> group.standing().aborting())
        .map(group -> group.with(plan))
        .orElseGet(() -> Group.planned(plan));
  }

  private Run grouped(GroupId group, GroupEvent event) {
    var next = withGroup(group, one -> one.after(event));
    return switch (event) {
      case GroupEvent.Merged(var commit, _, _, _) ->
          next.edit(change -> change.head = Optional.of(commit));
      case GroupEvent.Aborted _ ->
          next.edit(change -> change.calls = next.calls.without(group))
              .edit(change -> change.ledger = ledger.released(group));
      case GroupEvent.AttemptBegun _,
          GroupEvent.Checked _,
          GroupEvent.MergeOrdered _,
          GroupEvent.Conflicted _,
          GroupEvent.CandidateFailed _,
          GroupEvent.CandidateDropped _,
          GroupEvent.RepairOrdered _,
          GroupEvent.Failed _,
          GroupEvent.Cancelled _,
          GroupEvent.AbortRequested _ ->
          next;
    };
  }

  private Run withGroup(GroupId id, UnaryOperator<Group> change) {
    if (group(id).isEmpty()) {
      throw new IllegalStateException("run %s has no group %s".formatted(this.id, id));
    }
    return edit(run ->
        run.groups =
            groups.stream()
                .map(group -> group.id().equals(id) ? change.apply(group) : group)
                .toList());
  }

  private Run held(Hold reason) {
    return edit(change -> change.hold = Optional.of(reason));
  }

  /// The run when it must end. The first reason stays, and a written proof is not contradicted.
  private Run stopped(Ending ending) {
    if (stopped.isPresent() || proof.isPresent()) {
      return edit(change -> change.hold = Optional.empty());
    }
    return edit(change -> {
      change.stopped = Optional.of(ending);
      change.hold = Optional.empty();
    });
  }

  private Run ended(Ending ending) {
    return edit(change -> {
      change.ended = Optional.of(ending);
      change.calls = calls.closed();
      change.ledger = ledger.closed();
      change.groups = groups.stream().map(group -> group.over(ending.why())).toList();
    });
  }

  private interface Edit {
    void to(RunChange change);
  }

  private Run edit(Edit edit) {
    var change = new RunChange(this);
    edit.to(change);
    return change.run();
  }
}

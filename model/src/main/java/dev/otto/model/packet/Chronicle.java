package dev.otto.model.packet;

import dev.otto.model.CheckId;
import dev.otto.model.GroupId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.packet.Timeline.Kind;
import dev.otto.model.packet.Timeline.Lane;
import dev.otto.model.packet.Timeline.Span;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.SpecEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the timeline from a run's log, event by event.
final class Chronicle {
  private static final String SPEC = "spec";
  private static final String APPROVAL = "approval";
  private static final String AUDIT = "audit";
  private static final String HELD = "stood still";
  private static final String ACCOUNT = "account";

  private final Instant start;
  private final Map<String, List<Span>> lanes = new LinkedHashMap<>();
  private final Map<String, Begun> open = new HashMap<>();
  private Instant now;

  /// What has begun in a lane and has not ended.
  private record Begun(Instant at, Kind kind, String words) {}

  private Chronicle(Instant start) {
    this.start = start;
    this.now = start;
  }

  static Timeline of(List<RunEntry> log) {
    var chronicle = new Chronicle(log.getFirst().at());
    for (var entry : log) {
      chronicle.now = entry.at();
      chronicle.add(entry.event());
    }
    return chronicle.timeline();
  }

  private Timeline timeline() {
    List.copyOf(open.keySet()).forEach(lane -> end(lane, Kind.BAD, "not finished"));
    return new Timeline(
        since(now),
        lanes.entrySet().stream().map(lane -> new Lane(lane.getKey(), lane.getValue())).toList());
  }

  private void add(RunEvent event) {
    switch (event) {
      case RunEvent.Created _ -> begin(SPEC, Kind.GOOD, "spec");
      case RunEvent.OfSpec(var spec) -> add(spec);
      case RunEvent.OfGroup(var group, var one) -> add(group, one);
      case RunEvent.OfAudit(var audit) -> add(audit);
      case RunEvent.OfCall(CallEvent.Limited(var call)) -> begin(ACCOUNT, Kind.WAITED, call.why());
      case RunEvent.OfCall(CallEvent.GoesOn _) -> end(ACCOUNT, Kind.WAITED, "");
      case RunEvent.PauseRequested(var by, _, _) -> begin(HELD, Kind.WAITED, "paused by " + by);
      case RunEvent.Held held -> begin(HELD, Kind.WAITED, held.why());
      case RunEvent.Resumed _, RunEvent.BudgetRaised _ -> end(HELD, Kind.WAITED, "");
      case RunEvent.OfCall _,
          RunEvent.Recovered _,
          RunEvent.Slept _,
          RunEvent.Opened _,
          RunEvent.Prepared _,
          RunEvent.Said _,
          RunEvent.Heard _,
          RunEvent.AbortRequested _,
          RunEvent.Blocked _,
          RunEvent.Rendered _,
          RunEvent.Ended _ -> {}
    }
  }

  private void add(SpecEvent event) {
    switch (event) {
      case SpecEvent.Refused _ -> {
        end(SPEC, Kind.BAD, "answer refused");
        begin(SPEC, Kind.GOOD, "spec, again");
      }
      case SpecEvent.Compiled _ -> end(SPEC, Kind.GOOD, "written");
      case SpecEvent.Edited(_, _, _, var by, _) -> {
        end(APPROVAL, Kind.WAITED, "changed by " + by);
        begin(APPROVAL, Kind.WAITED, "review");
      }
      case SpecEvent.Regenerated(_, _, var by, _) -> {
        end(APPROVAL, Kind.WAITED, "wanted otherwise by " + by);
        begin(SPEC, Kind.GOOD, "spec, again");
      }
      case SpecEvent.Kept(var why) -> end(SPEC, Kind.BAD, "as it was: " + why);
      case SpecEvent.GateOpened _ -> begin(APPROVAL, Kind.WAITED, "review");
      case SpecEvent.Approved(_, var by, _) -> end(APPROVAL, Kind.WAITED, "approved by " + by);
      case SpecEvent.Rejected(var by, _, _) -> end(APPROVAL, Kind.WAITED, "rejected by " + by);
      case SpecEvent.GateTimedOut _ -> end(APPROVAL, Kind.WAITED, "nobody came");
    }
  }

  private void add(GroupId group, GroupEvent event) {
    var lane = group.value();
    switch (event) {
      case GroupEvent.AttemptBegun(var attempt, var round, _, _) -> {
        end(lane, Kind.BAD, "came to nothing");
        begin(lane, Kind.GOOD, round == 0 ? "attempt " + attempt : "repair " + attempt);
      }
      case GroupEvent.Checked checked -> {
        if (!checked.passed()) {
          end(lane, Kind.BAD, failed(checked));
        }
      }
      case GroupEvent.Merged(_, _, var redundant, _) ->
          end(lane, Kind.GOOD, redundant ? "merged, adds nothing" : "merged");
      case GroupEvent.Conflicted conflict -> {
        end(lane, Kind.BAD, "conflict in " + String.join(", ", conflict.paths()));
        begin(lane, Kind.GOOD, "conflict");
      }
      case GroupEvent.CandidateFailed(_, var failing, _) ->
          end(lane, Kind.BAD, "fails when merged: " + names(failing));
      case GroupEvent.Failed(var why) -> end(lane, Kind.BAD, why);
      case GroupEvent.Cancelled(var why) -> end(lane, Kind.BAD, why);
      case GroupEvent.Aborted _ -> end(lane, Kind.BAD, "aborted");
      case GroupEvent.MergeOrdered _,
          GroupEvent.CandidateDropped _,
          GroupEvent.RepairOrdered _,
          GroupEvent.AbortRequested _ -> {}
    }
  }

  private void add(AuditEvent event) {
    switch (event) {
      case AuditEvent.Begun(var round, _) -> begin(AUDIT, Kind.GOOD, "audit " + round);
      case AuditEvent.Probed _ -> {}
      case AuditEvent.Concluded concluded ->
          end(
              AUDIT,
              concluded.verdict() == Verdict.PASSED ? Kind.GOOD : Kind.BAD,
              concluded.verdict().word());
    }
  }

  private static String failed(GroupEvent.Checked checked) {
    return checked.failing().isEmpty()
        ? String.join(", ", checked.problems())
        : "failed: " + names(checked.failing());
  }

  private static String names(List<CheckId> checks) {
    return checks.stream().map(CheckId::value).collect(Collectors.joining(", "));
  }

  /// What goes on in a lane already goes on.
  private void begin(String lane, Kind kind, String words) {
    open.putIfAbsent(lane, new Begun(now, kind, words));
  }

  /// Nothing happens in a lane where nothing goes on.
  private void end(String lane, Kind kind, String outcome) {
    var begun = open.remove(lane);
    if (begun != null) {
      var words = outcome.isEmpty() ? begun.words() : begun.words() + ": " + outcome;
      lanes
          .computeIfAbsent(lane, _ -> new ArrayList<>())
          .add(new Span(since(begun.at()), since(now), kind, words));
    }
  }

  private long since(Instant moment) {
    return Math.max(0, Duration.between(start, moment).toMillis());
  }
}

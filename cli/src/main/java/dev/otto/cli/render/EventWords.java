package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.SpecEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to a run, each event as one sentence; nothing for those that tell nothing new.
public final class EventWords {
  private final RunId run;
  private final ZoneId zone;

  public EventWords(RunId run, ZoneId zone) {
    this.run = run;
    this.zone = zone;
  }

  public Optional<String> of(RunEvent event) {
    var words =
        switch (event) {
          case RunEvent.Created(_, _, var title, _, _) -> "run %s: %s".formatted(run, title);
          case RunEvent.Recovered(var epoch) when epoch > 1 -> "carried on after an interruption";
          case RunEvent.Recovered _ -> "";
          case RunEvent.Slept(var millis) ->
              "the machine slept for " + Span.watch(java.time.Duration.ofMillis(millis));
          case RunEvent.Opened(var base, _, var notes, _) ->
              "builds on " + brief(base) + noted(notes);
          case RunEvent.OfCall(var call) -> call(call);
          case RunEvent.OfSpec(var spec) -> spec(spec);
          case RunEvent.Prepared(var head, var notes) ->
              "prepared at " + brief(head) + noted(notes);
          case RunEvent.OfGroup(var group, var inner) -> prefixed(group, group(inner));
          case RunEvent.OfAudit(var audit) -> audit(audit);
          case RunEvent.PauseRequested(var by, var now, _) ->
              "paused by " + by + (now ? ", at once" : "");
          case RunEvent.Held(var why, _, _) -> "stands still: " + why;
          case RunEvent.Resumed(var by, _) -> "resumed by " + by;
          case RunEvent.BudgetRaised(var by, _, _, _) -> "budget raised by " + by;
          case RunEvent.Said(var by, var group, _, var now, _) ->
              group.map(name -> name + ": ").orElse("")
                  + by
                  + " has a word for the agent"
                  + (now ? ", at once" : "");
          case RunEvent.Heard(var call, _, var texts) ->
              "call %s: the agent was told %s".formatted(call, count(texts.size(), "message"));
          case RunEvent.AbortRequested(var by, var why, _) ->
              "aborted by " + by + (why.isBlank() ? "" : ": " + why);
          case RunEvent.Blocked(var why) -> "cannot go on: " + why;
          case RunEvent.Rendered(var proof) -> "the proof is written" + noted(proof.notes());
          case RunEvent.Ended(var verdict, var why, _) ->
              "ended: " + verdict.word() + (why.isBlank() ? "" : ", " + why);
        };
    return words.isEmpty() ? Optional.empty() : Optional.of(Plain.line(words));
  }

  /// What an event says of one group, in words that stand beside its name.
  static Optional<OfGroup> ofGroup(RunEvent event) {
    return switch (event) {
      case RunEvent.OfGroup(var group, var inner) -> ofGroup(group, group(inner));
      case RunEvent.OfCall(var call) ->
          call.order().group().flatMap(group -> ofGroup(group, agent(call)));
      case RunEvent.Created _,
          RunEvent.Recovered _,
          RunEvent.Slept _,
          RunEvent.Opened _,
          RunEvent.OfSpec _,
          RunEvent.Prepared _,
          RunEvent.OfAudit _,
          RunEvent.PauseRequested _,
          RunEvent.Held _,
          RunEvent.Resumed _,
          RunEvent.BudgetRaised _,
          RunEvent.Said _,
          RunEvent.Heard _,
          RunEvent.AbortRequested _,
          RunEvent.Blocked _,
          RunEvent.Rendered _,
          RunEvent.Ended _ ->
          Optional.empty();
    };
  }

  /// A group and what was said of it.
  record OfGroup(GroupId group, String words) {}

  private static Optional<OfGroup> ofGroup(GroupId group, String words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(new OfGroup(group, Plain.line(words)));
  }

  private static String agent(CallEvent event) {
    var stage = event.order().stage().word();
    return switch (event) {
      case CallEvent.Ordered _ -> "agent works (%s)".formatted(stage);
      case CallEvent.Answered(_, Answer.Done _, _) -> "agent done";
      case CallEvent.Answered(_, Answer.Failed(_, var sentence), _) -> "agent failed: " + sentence;
      case CallEvent.Lost(_, var loss, _, _) -> "call lost, " + loss.words();
      case CallEvent.NeedsPerson(_, _, var why, _) -> "stands still: " + why;
      case CallEvent.Moved moved -> moved.words();
      case CallEvent.Limited(var call) -> "waits for " + call.what();
      case CallEvent.GoesOn _ -> "agent works (%s)".formatted(stage);
      case CallEvent.Reserved _, CallEvent.SetAside _ -> "";
    };
  }

  private String call(CallEvent event) {
    var order = event.order();
    return switch (event) {
      case CallEvent.Ordered _ -> order.words() + ": agent called";
      case CallEvent.Answered(_, Answer.Done _, _) -> order.words() + ": agent done";
      case CallEvent.Answered(_, Answer.Failed(_, var sentence), _) ->
          order.words() + ": agent failed: " + sentence;
      case CallEvent.Lost(_, var loss, _, _) -> order.words() + ": call lost, " + loss.words();
      case CallEvent.NeedsPerson(_, _, var why, _) -> order.words() + ": stands still: " + why;
      case CallEvent.Moved moved -> order.words() + ": " + moved.words();
      case CallEvent.Limited(var call) ->
          "%s: waits for %s until %s (%s)"
              .formatted(order.words(), call.what(), Moment.words(call.until(), zone), call.why());
      case CallEvent.GoesOn _ -> order.words() + ": asks the account again";
      case CallEvent.Reserved _, CallEvent.SetAside _ -> "";
    };
  }

  private String spec(SpecEvent event) {
    return switch (event) {
      case SpecEvent.Refused(var violations, _) ->
          "the spec breaks %s and goes back".formatted(count(violations, "rule"));
      case SpecEvent.Compiled(var revision, _, var title, var groups) ->
          "spec, revision %d: %s (%s)".formatted(revision, title, count(groups.size(), "group"));
      case SpecEvent.Edited(_, var title, var groups, var by, _) ->
          "the spec was changed by %s: %s (%s)".formatted(by, title, count(groups.size(), "group"));
      case SpecEvent.Regenerated(_, _, var by, _) ->
          by + " has answers or wishes: the spec is written again";
      case SpecEvent.Kept(var why) -> "the spec stays as it was: " + why;
      case SpecEvent.GateOpened(var due) ->
          "waits for an approval until %s: otto approve %s".formatted(Moment.words(due, zone), run);
      case SpecEvent.Approved(_, var by, _) -> "spec approved by " + by;
      case SpecEvent.Rejected(var by, var why, _) ->
          "spec rejected by " + by + (why.isBlank() ? "" : ": " + why);
      case SpecEvent.GateTimedOut _ -> "nobody approved the spec in time";
    };
  }

  private static String prefixed(GroupId group, String words) {
    return words.isEmpty() ? "" : group + ": " + words;
  }

  private static String group(GroupEvent event) {
    return switch (event) {
      case GroupEvent.AttemptBegun(var attempt, _, _, _) -> "attempt " + attempt + " begins";
      case GroupEvent.Checked checked -> checked(checked);
      case GroupEvent.MergeOrdered _ -> "";
      case GroupEvent.Merged(var commit, _, var redundant, _) ->
          "merged at " + brief(commit) + (redundant ? ", adds nothing" : "");
      case GroupEvent.Conflicted(_, var paths) -> "conflict in " + String.join(", ", paths);
      case GroupEvent.CandidateDropped _ -> "not merged: it was aborted before";
      case GroupEvent.CandidateFailed(_, var failing, _) -> "merged tree fails: " + names(failing);
      case GroupEvent.RepairOrdered(var round, _) -> "repair after audit " + round;
      case GroupEvent.Failed(var why) -> "failed: " + why;
      case GroupEvent.Cancelled(var why) -> "cancelled: " + why;
      case GroupEvent.AbortRequested(var by, _) -> "aborted by " + by;
      case GroupEvent.Aborted(var salvaged) ->
          "ended" + salvaged.map(commit -> ", its work is kept at " + brief(commit)).orElse("");
    };
  }

  private static String checked(GroupEvent.Checked event) {
    var failing =
        Stream.concat(event.failing().stream().map(CheckId::toString), event.problems().stream())
            .toList();
    return (event.passed() ? "checks passed" : "checks failed: " + String.join(", ", failing))
        + (event.strays().isPresent() ? "; files outside its paths were set aside" : "");
  }

  private static String audit(AuditEvent event) {
    return switch (event) {
      case AuditEvent.Begun(var round, var commit) ->
          "audit %d of %s".formatted(round, brief(commit));
      case AuditEvent.Probed(var round, _, var judged, _) ->
          "audit %d: checks run".formatted(round)
              + (judged > 0 ? ", %s for the auditor".formatted(count(judged, "clause")) : "");
      case AuditEvent.Concluded(var round, _, var verdict, var clauses, var repairs) ->
          "audit %d: %s, %s%s"
              .formatted(
                  round,
                  verdict.word(),
                  tally(clauses.stream().map(AuditEvent.ClauseValue::value).toList()),
                  repairs.isEmpty() ? "" : ", repairs " + count(repairs.size(), "group"));
    };
  }

  /// How many clauses are what: `5 proven, 1 refuted`.
  static String tally(List<ClauseVerdict.Value> values) {
    var counts = values.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    var words =
        List.of(ClauseVerdict.Value.values()).stream()
            .filter(counts::containsKey)
            .map(value -> counts.get(value) + " " + value.word())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "no clauses" : words;
  }

  static String brief(CommitId commit) {
    return commit.toString().substring(0, 10);
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String names(List<CheckId> checks) {
    return checks.stream().map(CheckId::toString).collect(Collectors.joining(", "));
  }

  private static String noted(List<String> notes) {
    return notes.isEmpty() ? "" : "; " + String.join("; ", notes);
  }
}

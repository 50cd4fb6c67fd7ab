package dev.otto.model.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.settings.Limits;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecEvent;
import java.util.List;
import java.util.Optional;

/// What a person asks of a run. It names what the person looked at; `key` makes a repetition
/// harmless.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunCommand.Approve.class, name = "approve"),
  @JsonSubTypes.Type(value = RunCommand.Edit.class, name = "edit"),
  @JsonSubTypes.Type(value = RunCommand.Regenerate.class, name = "regenerate"),
  @JsonSubTypes.Type(value = RunCommand.Reject.class, name = "reject"),
  @JsonSubTypes.Type(value = RunCommand.Pause.class, name = "pause"),
  @JsonSubTypes.Type(value = RunCommand.Resume.class, name = "resume"),
  @JsonSubTypes.Type(value = RunCommand.RaiseBudget.class, name = "raise-budget"),
  @JsonSubTypes.Type(value = RunCommand.Say.class, name = "say"),
  @JsonSubTypes.Type(value = RunCommand.Abort.class, name = "abort"),
  @JsonSubTypes.Type(value = RunCommand.AbortGroup.class, name = "abort-group")
})
public sealed interface RunCommand {
  Optional<String> key();

  /// Approves exactly this spec; another one at the gate refuses it as stale.
  record Approve(String by, Digest spec, Optional<String> key) implements RunCommand {}

  /// Puts another spec in the place of the one at the gate, which the person looked at.
  record Edit(
      String by,
      Digest looked,
      Digest spec,
      String title,
      List<GroupPlan> groups,
      Optional<String> key)
      implements RunCommand {
    public Edit {
      groups = List.copyOf(groups);
    }
  }

  /// Wants the spec at the gate, which the person looked at, written again.
  ///
  /// @param wish the digest of what shall be otherwise
  record Regenerate(String by, Digest looked, Digest wish, Optional<String> key)
      implements RunCommand {}

  record Reject(String by, String why, Optional<String> key) implements RunCommand {}

  /// Starts nothing new; `now` also ends the calls that run.
  record Pause(String by, boolean now, Optional<String> key) implements RunCommand {}

  record Resume(String by, Optional<String> key) implements RunCommand {}

  /// Adds so much to the budget; a run that stands still at its limit goes on.
  record RaiseBudget(String by, Limits more, long seconds, Optional<String> key)
      implements RunCommand {
    public RaiseBudget {
      more = more == null ? Limits.NONE : more;
    }
  }

  /// Says something to the agent of a group with its next call, or `now`.
  ///
  /// @param text the digest of the words
  record Say(String by, Optional<GroupId> group, Digest text, boolean now, Optional<String> key)
      implements RunCommand {
    public Say {
      group = group == null ? Optional.empty() : group;
    }
  }

  record Abort(String by, String why, Optional<String> key) implements RunCommand {}

  record AbortGroup(String by, GroupId group, Optional<String> key) implements RunCommand {}

  /// What has happened when the command is obeyed.
  @JsonIgnore
  default RunEvent event() {
    return switch (this) {
      case Approve(var by, var spec, var key) ->
          new RunEvent.OfSpec(new SpecEvent.Approved(spec, by, key));
      case Edit(var by, _, var spec, var title, var groups, var key) ->
          new RunEvent.OfSpec(new SpecEvent.Edited(spec, title, groups, by, key));
      case Regenerate(var by, var looked, var wish, var key) ->
          new RunEvent.OfSpec(new SpecEvent.Regenerated(looked, wish, by, key));
      case Reject(var by, var why, var key) ->
          new RunEvent.OfSpec(new SpecEvent.Rejected(by, why, key));
      case Pause(var by, var now, var key) -> new RunEvent.PauseRequested(by, now, key);
      case Resume(var by, var key) -> new RunEvent.Resumed(by, key);
      case RaiseBudget(var by, var more, var seconds, var key) ->
          new RunEvent.BudgetRaised(by, more, seconds, key);
      case Say(var by, var group, var text, var now, var key) ->
          new RunEvent.Said(by, group, text, now, key);
      case Abort(var by, var why, var key) -> new RunEvent.AbortRequested(by, why, key);
      case AbortGroup(var by, var group, var key) ->
          new RunEvent.OfGroup(group, new GroupEvent.AbortRequested(by, key));
    };
  }

  /// Why the run, as it stands, cannot obey; nothing if it can.
  default Optional<RunRefusal> refusal(Run run) {
    if (run.ended().isPresent()) {
      return Optional.of(new RunRefusal.AlreadyEnded(run.id(), run.ended().get().verdict()));
    }
    if (this instanceof Resume && run.hold().isPresent()) {
      return Optional.empty();
    }
    if (run.plan().over()) {
      return Optional.of(new RunRefusal.Ending(run.id()));
    }
    return switch (this) {
      case Approve(_, var spec, _) -> RunRefusals.atTheGate(run, spec);
      case Edit(_, var looked, _, _, _, _) -> RunRefusals.atTheGate(run, looked);
      case Regenerate(_, var looked, _, _) -> RunRefusals.atTheGate(run, looked);
      case Reject _ ->
          run.state() instanceof RunState.Waiting
              ? Optional.empty()
              : Optional.of(new RunRefusal.NotAtTheGate(run.id()));
      case Pause(_, var now, _) -> RunRefusals.ofPause(run, now);
      case Resume _ ->
          run.calls().limited().isEmpty()
              ? Optional.of(new RunRefusal.NotPaused(run.id()))
              : Optional.empty();
      case RaiseBudget(_, var more, var seconds, _) -> RunRefusals.ofRaise(run, more, seconds);
      case Say(_, var group, _, _, _) -> RunRefusals.ofSay(run, group);
      case Abort _ -> Optional.empty();
      case AbortGroup(_, var group, _) -> RunRefusals.ofAbortGroup(run, group);
    };
  }
}

package dev.otto.model.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CallId;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import dev.otto.model.ProjectId;
import dev.otto.model.TreeId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.project.Baggage;
import dev.otto.model.proof.Proof;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.SpecEvent;
import java.util.List;
import java.util.Optional;

/// What happened to a run. The only thing that changes one: see [Run#after].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.Created.class, name = "created"),
  @JsonSubTypes.Type(value = RunEvent.Recovered.class, name = "recovered"),
  @JsonSubTypes.Type(value = RunEvent.Slept.class, name = "slept"),
  @JsonSubTypes.Type(value = RunEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = RunEvent.OfCall.class, name = "call"),
  @JsonSubTypes.Type(value = RunEvent.OfSpec.class, name = "spec"),
  @JsonSubTypes.Type(value = RunEvent.Prepared.class, name = "prepared"),
  @JsonSubTypes.Type(value = RunEvent.OfGroup.class, name = "group"),
  @JsonSubTypes.Type(value = RunEvent.OfAudit.class, name = "audit"),
  @JsonSubTypes.Type(value = RunEvent.PauseRequested.class, name = "pause-requested"),
  @JsonSubTypes.Type(value = RunEvent.Held.class, name = "held"),
  @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = RunEvent.BudgetRaised.class, name = "budget-raised"),
  @JsonSubTypes.Type(value = RunEvent.Said.class, name = "said"),
  @JsonSubTypes.Type(value = RunEvent.Heard.class, name = "heard"),
  @JsonSubTypes.Type(value = RunEvent.AbortRequested.class, name = "abort-requested"),
  @JsonSubTypes.Type(value = RunEvent.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = RunEvent.Rendered.class, name = "rendered"),
  @JsonSubTypes.Type(value = RunEvent.Ended.class, name = "ended")
})
public sealed interface RunEvent {
  /// A run was asked for. The one event that the api writes.
  record Created(ProjectId project, Digest intent, String title, HostId host, RunSettings settings)
      implements RunEvent {}

  /// A new engine execution carries the run on.
  record Recovered(long epoch) implements RunEvent {}

  /// The machine that carries the run has slept for so long: that is no time of its budget.
  record Slept(long millis) implements RunEvent {}

  /// Otto's clone holds the base of the run.
  ///
  /// @param base the commit that the run builds on; for a repository without one, Otto's empty
  ///   commit
  /// @param notes what a person should know of the checkout, such as uncommitted files
  /// @param baggage what the base brings along that programs would obey
  record Opened(CommitId base, TreeId tree, List<String> notes, Optional<Baggage> baggage)
      implements RunEvent {
    public Opened {
      notes = List.copyOf(notes);
      baggage = baggage == null ? Optional.empty() : baggage;
    }

    /// Of a base that brings nothing.
    public Opened(CommitId base, TreeId tree, List<String> notes) {
      this(base, tree, notes, Optional.empty());
    }
  }

  record OfCall(CallEvent event) implements RunEvent {}

  record OfSpec(SpecEvent event) implements RunEvent {}

  /// The run's branch stands at `head`: the base with the sealed oracles of the spec.
  record Prepared(CommitId head, List<String> notes) implements RunEvent {
    public Prepared {
      notes = List.copyOf(notes);
    }
  }

  record OfGroup(GroupId group, GroupEvent event) implements RunEvent {}

  record OfAudit(AuditEvent event) implements RunEvent {}

  /// A person wants the run to stand still; `now` ends what runs.
  record PauseRequested(String by, boolean now, Optional<String> key) implements RunEvent {
    public PauseRequested {
      key = key == null ? Optional.empty() : key;
    }
  }

  /// The run stands still for a reason of Otto's own.
  ///
  /// @param limit its time is used up, and resuming grants as much again
  /// @param host its host does not answer; when it does, the run is resumed
  record Held(String why, boolean limit, boolean host) implements RunEvent {
    public Held(String why, boolean limit) {
      this(why, limit, false);
    }
  }

  record Resumed(String by, Optional<String> key) implements RunEvent {
    public Resumed {
      key = key == null ? Optional.empty() : key;
    }
  }

  /// A person added so much to the run's budget. A run that stood still at its limit goes on.
  record BudgetRaised(String by, Limits more, long seconds, Optional<String> key)
      implements RunEvent {
    public BudgetRaised {
      more = more == null ? Limits.NONE : more;
      key = key == null ? Optional.empty() : key;
    }
  }

  /// A person has something to say to the agent of a group; without one, to that of the only group
  /// at work, or the one that writes the spec. `now` ends the call that runs, which is repeated.
  ///
  /// @param text the digest of the words
  record Said(String by, Optional<GroupId> group, Digest text, boolean now, Optional<String> key)
      implements RunEvent {
    public Said {
      group = group == null ? Optional.empty() : group;
      key = key == null ? Optional.empty() : key;
    }
  }

  /// A call has ended whose agent, of that group or the one that writes the spec, was told these
  /// messages.
  record Heard(CallId call, Optional<GroupId> group, List<Digest> texts) implements RunEvent {
    public Heard {
      group = group == null ? Optional.empty() : group;
      texts = List.copyOf(texts);
    }
  }

  record AbortRequested(String by, String why, Optional<String> key) implements RunEvent {
    public AbortRequested {
      key = key == null ? Optional.empty() : key;
    }
  }

  /// The run cannot go on to an audit, for this reason.
  record Blocked(String why) implements RunEvent {}

  /// The packet is written and published.
  record Rendered(Proof proof) implements RunEvent {}

  /// Nothing happens to the run any more. The packet's digest is the last word of the log.
  record Ended(Verdict verdict, String why, Digest packet) implements RunEvent {}

  /// The event as one word for logs and streams, such as `group.merged`.
  @JsonIgnore
  default String word() {
    return RunEventWords.of(this);
  }

  /// The key of the command that caused the event, if one did.
  @JsonIgnore
  default Optional<String> commandKey() {
    return switch (this) {
      case PauseRequested(_, _, var key) -> key;
      case Resumed(_, var key) -> key;
      case BudgetRaised(_, _, _, var key) -> key;
      case Said(_, _, _, _, var key) -> key;
      case AbortRequested(_, _, var key) -> key;
      case OfSpec(SpecEvent.Approved(_, _, var key)) -> key;
      case OfSpec(SpecEvent.Rejected(_, _, var key)) -> key;
      case OfSpec(SpecEvent.Edited(_, _, _, _, var key)) -> key;
      case OfSpec(SpecEvent.Regenerated(_, _, _, var key)) -> key;
      case OfGroup(_, GroupEvent.AbortRequested(_, var key)) -> key;
      case Created _,
          Recovered _,
          Slept _,
          Opened _,
          OfCall _,
          OfSpec _,
          Prepared _,
          OfGroup _,
          OfAudit _,
          Held _,
          Heard _,
          Blocked _,
          Rendered _,
          Ended _ ->
          Optional.empty();
    };
  }
}

package dev.otto.model.run;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.TreeId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Usage;
import dev.otto.model.group.Group;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.ForkOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A run as people see it: what api, cli and webapp show of it, whole.
///
/// @param seq how many events it reflects
/// @param state `working`, `waiting`, `limited`, `pausing`, `paused` or `ended`
/// @param why what it waits for, why it stands still, or how it ended
/// @param until when that is over by itself
/// @param budget what of its budget is used, if it has one
/// @param spec the digest that an approval names
/// @param commit the audited commit, once there is one
/// @param repository the folder of the user's repository
/// @param agents who thinks, role by role
/// @param unheard how many messages to agents wait for their next calls
/// @param forkedFrom the run from whose facts it began, if it did
/// @param proof the folder of the proof packet, once it is written
public record RunView(
    RunId run,
    ProjectId project,
    String repository,
    long seq,
    String intent,
    String title,
    String state,
    Phase phase,
    Optional<String> why,
    Optional<Instant> until,
    Optional<Verdict> verdict,
    Optional<Digest> spec,
    Optional<CommitId> base,
    Optional<CommitId> commit,
    Optional<TreeId> tree,
    List<GroupView> groups,
    List<AuditEvent.ClauseValue> clauses,
    List<String> calls,
    int round,
    Agents agents,
    int unheard,
    Usage usage,
    Optional<String> budget,
    long workedMillis,
    List<Action> actions,
    Optional<String> proof,
    Optional<String> landedOn,
    Instant createdAt,
    Instant changedAt,
    Optional<RunId> forkedFrom) {

  /// A group as people see it.
  public record GroupView(
      GroupId group,
      String state,
      List<GroupId> needs,
      int attempts,
      int round,
      Optional<String> why,
      Optional<CommitId> merged) {
    static GroupView of(Group group) {
      var why = group.trouble().or(() -> GroupWords.why(group.standing()));
      return new GroupView(
          group.id(),
          group.standing().word(),
          group.plan().needs(),
          group.attempts(),
          group.round(),
          why,
          group.merged());
    }
  }

  /// What is known of a run outside its state.
  ///
  /// @param today what its project has used today, where that is limited
  public record Frame(
      String repository,
      String intent,
      Optional<String> today,
      Optional<String> proof,
      Optional<String> landedOn,
      Instant createdAt,
      Instant changedAt) {}

  /// The view of the run as it stands.
  public static RunView of(Run run, Frame frame) {
    var state = run.state();
    return new RunView(
        run.id(),
        run.project(),
        frame.repository(),
        run.seq(),
        frame.intent(),
        run.title(),
        state.word(),
        run.phase(),
        why(state),
        until(state),
        run.ended().map(Ending::verdict),
        run.compilation().revision().map(revision -> revision.spec()),
        run.base(),
        run.proof().flatMap(proof -> proof.commit()),
        run.proof().flatMap(proof -> proof.tree()),
        run.groups().stream().map(GroupView::of).toList(),
        run.audits().conclusion().map(AuditEvent.Concluded::clauses).orElse(List.of()),
        run.calls().open().stream().map(CallOrder::words).toList(),
        run.audits().round(),
        run.settings().agents(),
        run.messages().size(),
        run.calls().used(),
        budget(run, frame.today()),
        run.time().millis(),
        Actions.of(run, frame.landedOn()),
        frame.proof(),
        frame.landedOn(),
        frame.createdAt(),
        frame.changedAt(),
        run.settings().fork().map(ForkOf::run));
  }

  private static Optional<String> budget(Run run, Optional<String> today) {
    var words =
        Stream.of(run.ledger().words(run.settings().budget()), today)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static Optional<String> why(RunState state) {
    return switch (state) {
      case RunState.Working _ -> Optional.empty();
      case RunState.Waiting(var what, _, _) -> Optional.of(what);
      case RunState.Limited(var provider, _, var why) ->
          Optional.of("waits for %s (%s)".formatted(LimitedCall.what(provider), why));
      case RunState.Pausing(var why) -> Optional.of(why);
      case RunState.Paused(var why) -> Optional.of(why);
      case RunState.Ended(_, var why) -> Optional.of(why);
    };
  }

  private static Optional<Instant> until(RunState state) {
    return switch (state) {
      case RunState.Waiting(_, _, var due) -> Optional.of(due);
      case RunState.Limited(_, var moment, _) -> Optional.of(moment);
      case RunState.Working _, RunState.Pausing _, RunState.Paused _, RunState.Ended _ ->
          Optional.empty();
    };
  }
}

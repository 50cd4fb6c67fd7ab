package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Refusal;
import dev.otto.model.group.Group;
import dev.otto.model.settings.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What may be asked of a run as it stands; the one place where that is decided for every screen.
public final class Actions {
  private static final Digest ANY = Digest.of("");

  private Actions() {}

  /// All actions of a run, each with the reason why not, given the branch it has landed on, if it
  /// has.
  public static List<Action> of(Run run, Optional<String> landedOn) {
    return Stream.concat(
            ofRun(run, landedOn),
            run.groups().stream().map(Group::id).flatMap(group -> ofGroup(run, group)))
        .toList();
  }

  private static Stream<Action> ofRun(Run run, Optional<String> landedOn) {
    var spec = run.compilation().revision().map(revision -> revision.spec()).orElse(ANY);
    return Stream.of(
        command("approve", new RunCommand.Approve("", spec, Optional.empty()), run, false),
        command("edit", edit(spec), run, false),
        command(
            "regenerate", new RunCommand.Regenerate("", spec, ANY, Optional.empty()), run, false),
        command("reject", new RunCommand.Reject("", "", Optional.empty()), run, true),
        command("say", say(Optional.empty()), run, false),
        command("pause", new RunCommand.Pause("", false, Optional.empty()), run, false),
        command("resume", new RunCommand.Resume("", Optional.empty()), run, false),
        action("budget", mayNotRaise(run), false),
        command("abort", new RunCommand.Abort("", "", Optional.empty()), run, true),
        action("land", mayNotLand(run, landedOn), true));
  }

  private static Stream<Action> ofGroup(Run run, GroupId group) {
    return Stream.of(
        command("say", Optional.of(group), say(Optional.of(group)), run, false),
        command(
            "abort-group",
            Optional.of(group),
            new RunCommand.AbortGroup("", group, Optional.empty()),
            run,
            true));
  }

  private static RunCommand say(Optional<GroupId> group) {
    return new RunCommand.Say("", group, ANY, false, Optional.empty());
  }

  private static RunCommand edit(Digest looked) {
    return new RunCommand.Edit("", looked, ANY, "", List.of(), Optional.empty());
  }

  /// A run can be given more only of what it has a limit of.
  private static Optional<String> mayNotRaise(Run run) {
    return new RunCommand.RaiseBudget("", Limits.NONE, 0, Optional.empty())
        .refusal(run)
        .or(() -> RunRefusals.ofBudget(run))
        .map(Refusal::sentence);
  }

  /// Why the audited commit of the run cannot be landed, if it cannot.
  public static Optional<String> mayNotLand(Run run, Optional<String> landedOn) {
    if (landedOn.isPresent()) {
      return Optional.of("It has landed on %s.".formatted(landedOn.get()));
    }
    if (run.ended().isEmpty()) {
      return Optional.of(new RunRefusal.NotEnded(run.id()).sentence());
    }
    return run.proof().flatMap(proof -> proof.commit()).isEmpty()
        ? Optional.of(new RunRefusal.NothingAudited(run.id()).sentence())
        : Optional.empty();
  }

  private static Action command(String id, RunCommand command, Run run, boolean danger) {
    return command(id, Optional.empty(), command, run, danger);
  }

  private static Action command(
      String id, Optional<GroupId> group, RunCommand command, Run run, boolean danger) {
    var whyNot = command.refusal(run).map(Refusal::sentence);
    return new Action(id, group, whyNot.isEmpty(), whyNot, danger);
  }

  private static Action action(String id, Optional<String> whyNot, boolean danger) {
    return new Action(id, whyNot.isEmpty(), whyNot, danger);
  }
}

package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.Refusal;
import java.util.List;
import java.util.Optional;

/// What may be asked of a run as it stands; the one place where that is decided for every screen.
public final class Actions {
  private static final Digest ANY = Digest.of("");

  private Actions() {}

  /// All actions of a run, each with the reason why not, given the branch it has landed on, if it
  /// has.
  public static List<Action> of(Run run, Optional<String> landedOn) {
    var spec = run.compilation().revision().map(revision -> revision.spec()).orElse(ANY);
    return List.of(
        command("approve", new RunCommand.Approve("", spec, Optional.empty()), run, false),
        command("reject", new RunCommand.Reject("", "", Optional.empty()), run, true),
        command("pause", new RunCommand.Pause("", false, Optional.empty()), run, false),
        command("resume", new RunCommand.Resume("", Optional.empty()), run, false),
        command("abort", new RunCommand.Abort("", "", Optional.empty()), run, true),
        action("land", mayNotLand(run, landedOn), true));
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
    return action(id, command.refusal(run).map(Refusal::sentence), danger);
  }

  private static Action action(String id, Optional<String> whyNot, boolean danger) {
    return new Action(id, whyNot.isEmpty(), whyNot, danger);
  }
}

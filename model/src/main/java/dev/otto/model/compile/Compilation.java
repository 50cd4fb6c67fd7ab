package dev.otto.model.compile;

import dev.otto.model.Digest;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.spec.Gate;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecEvent;
import java.util.List;
import java.util.Optional;

/// How far the intent has become an approved spec.
///
/// @param rounds answers that were refused
/// @param answer what the spec agent said last; not yet judged
/// @param violations what was wrong with the last refused answer, as content
/// @param wish what a person wants otherwise in the next revision, as content
public record Compilation(
    int rounds,
    Optional<Answer> answer,
    Optional<Digest> violations,
    Optional<Revision> revision,
    Gate gate,
    Optional<Digest> wish) {
  public static final Compilation NONE =
      new Compilation(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Gate.NotReached(),
          Optional.empty());

  public Compilation {
    answer = answer == null ? Optional.empty() : answer;
    violations = violations == null ? Optional.empty() : violations;
    revision = revision == null ? Optional.empty() : revision;
    gate = gate == null ? new Gate.NotReached() : gate;
    wish = wish == null ? Optional.empty() : wish;
  }

  /// One immutable revision of the spec.
  public record Revision(int number, Digest spec, String title, List<GroupPlan> groups) {
    public Revision {
      groups = List.copyOf(groups);
    }
  }

  /// Whether there is a spec, and nobody wants it written again.
  public boolean written() {
    return revision.isPresent() && wish.isEmpty();
  }

  public boolean approved() {
    return gate instanceof Gate.Approved;
  }

  public Compilation after(SpecEvent event) {
    return switch (event) {
      case SpecEvent.Refused(_, var report) ->
          new Compilation(rounds + 1, Optional.empty(), Optional.of(report), revision, gate, wish);
      case SpecEvent.Compiled(var number, var spec, var title, var groups) ->
          new Compilation(
              rounds,
              Optional.empty(),
              Optional.empty(),
              Optional.of(new Revision(number, spec, title, groups)),
              gate,
              Optional.empty());
      case SpecEvent.Edited(var spec, var title, var groups, _, _) ->
          new Compilation(
              rounds,
              answer,
              violations,
              Optional.of(
                  new Revision(revision.map(Revision::number).orElse(0) + 1, spec, title, groups)),
              gate,
              wish);
      case SpecEvent.Regenerated(_, var words, _, _) -> again(Optional.of(words));
      case SpecEvent.Kept _ -> again(Optional.empty());
      case SpecEvent.GateOpened(var due) -> gate(new Gate.Open(due));
      case SpecEvent.Approved(_, var by, _) -> gate(new Gate.Approved(by));
      case SpecEvent.Rejected(var by, var why, _) -> gate(new Gate.Rejected(by, why));
      case SpecEvent.GateTimedOut() -> gate(new Gate.TimedOut());
    };
  }

  /// The compilation after an event of a spec agent's call.
  public Compilation after(CallEvent event) {
    return switch (event) {
      case CallEvent.Ordered _,
          CallEvent.NeedsPerson _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.Moved _,
          CallEvent.SetAside _ ->
          this;
      case CallEvent.Answered(_, var said, _) -> answered(said);
      case CallEvent.Lost(var order, var loss, _, _) ->
          order.after(loss).isPresent()
              ? this
              : answered(new Answer.Failed("lost", "its call was lost too often: " + loss.words()));
    };
  }

  private Compilation answered(Answer said) {
    return new Compilation(rounds, Optional.of(said), violations, revision, gate, wish);
  }

  private Compilation gate(Gate gate) {
    return new Compilation(rounds, answer, violations, revision, gate, wish);
  }

  /// Back before the gate, with the revision that there is.
  private Compilation again(Optional<Digest> words) {
    return new Compilation(
        0, Optional.empty(), Optional.empty(), revision, new Gate.NotReached(), words);
  }
}

package dev.otto.model.call;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.RunSettings;
import java.util.Optional;

/// One call as it was ordered: what for, and which repetition of it this is. A lost call is
/// repeated under its id.
///
/// @param attempt the attempt it belongs to, from 1; for stage `spec` the compile round
/// @param round 0 before the first audit, else the audit whose findings it repairs or judges
/// @param tries 1 = the first, 2 = its first repetition
/// @param losses losses in a row that count
/// @param anyway whether a person wants it made whatever was heard of the account before
public record CallOrder(
    CallId id,
    Stage stage,
    Optional<GroupId> group,
    int attempt,
    int round,
    int tries,
    int losses,
    boolean anyway) {
  /// Losses in a row, of those that count, after which a call is given up.
  public static final int MAX_LOSSES = 3;

  public CallOrder {
    group = group == null ? Optional.empty() : group;
  }

  public CallOrder(
      CallId id,
      Stage stage,
      Optional<GroupId> group,
      int attempt,
      int round,
      int tries,
      int losses) {
    this(id, stage, group, attempt, round, tries, losses, false);
  }

  /// The first order of a call.
  public static CallOrder first(
      CallId id, Stage stage, Optional<GroupId> group, int attempt, int round) {
    return new CallOrder(id, stage, group, attempt, round, 1, 0);
  }

  /// The order of its repetition, or nothing if this loss was one too many.
  public Optional<CallOrder> after(Loss loss) {
    var counted = loss.counts() ? losses + 1 : losses;
    return counted >= MAX_LOSSES
        ? Optional.empty()
        : Optional.of(
            new CallOrder(
                id,
                stage,
                group,
                attempt,
                round,
                tries + 1,
                counted,
                anyway && loss.ofOttosDoing()));
  }

  /// The order of its repetition after somebody has put things right; nothing is counted.
  public CallOrder again() {
    return new CallOrder(id, stage, group, attempt, round, tries + 1, losses);
  }

  /// The same, made whatever was heard of the account before.
  CallOrder anyhow() {
    return new CallOrder(id, stage, group, attempt, round, tries, losses, true);
  }

  /// The order of the call that takes the place of this one, with another provider.
  public CallOrder movedTo(String provider) {
    return first(id.movedTo(provider), stage, group, attempt, round);
  }

  /// Who thinks in it, in a run of these settings.
  public AgentChoice agent(RunSettings settings) {
    var usual = stage.agent(settings);
    return usual
        .all()
        .filter(choice -> id.provider().equals(Optional.of(choice.provider())))
        .findFirst()
        .orElse(usual);
  }

  /// The order as people read it, such as `build api, attempt 2`.
  public String words() {
    return stage.word()
        + group.map(name -> " " + name).orElse("")
        + (round > 0 ? ", round " + round : "")
        + (attempt > 1 ? ", attempt " + attempt : "")
        + (tries > 1 ? ", try " + tries : "");
  }
}

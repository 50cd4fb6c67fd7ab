package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import java.util.List;

/// Why Otto will not do what it was asked about a run.
public sealed interface RunRefusal extends Refusal {
  record NoSuchRun(String named) implements RunRefusal {}

  record Ambiguous(String prefix, List<RunId> runs) implements RunRefusal {}

  record AlreadyEnded(RunId run, Verdict verdict) implements RunRefusal {}

  record Ending(RunId run) implements RunRefusal {}

  record NotAtTheGate(RunId run) implements RunRefusal {}

  record AtTheGate(RunId run) implements RunRefusal {}

  record StaleApproval(RunId run, Digest now) implements RunRefusal {}

  record AlreadyPaused(RunId run) implements RunRefusal {}

  record NotPaused(RunId run) implements RunRefusal {}

  record NoSuchBudget(RunId run) implements RunRefusal {}

  record NoSuchGroup(RunId run, GroupId group) implements RunRefusal {}

  record GroupSettled(RunId run, GroupId group, String standing) implements RunRefusal {}

  record WhichGroup(RunId run, List<GroupId> groups) implements RunRefusal {}

  record NotEnded(RunId run) implements RunRefusal {}

  record NothingAudited(RunId run) implements RunRefusal {}

  record KeyReused(String key) implements RunRefusal {}

  record TooBig(RunId run, int bytes, int most) implements RunRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NoSuchRun _ -> "no-such-run";
      case Ambiguous _ -> "ambiguous-run";
      case AlreadyEnded _ -> "already-ended";
      case Ending _ -> "ending";
      case NotAtTheGate _ -> "not-at-the-gate";
      case AtTheGate _ -> "at-the-gate";
      case StaleApproval _ -> "stale-approval";
      case AlreadyPaused _ -> "already-paused";
      case NotPaused _ -> "not-paused";
      case NoSuchBudget _ -> "no-such-budget";
      case NoSuchGroup _ -> "no-such-group";
      case GroupSettled _ -> "group-settled";
      case WhichGroup _ -> "which-group";
      case NotEnded _ -> "not-ended";
      case NothingAudited _ -> "nothing-audited";
      case KeyReused _ -> "key-reused";
      case TooBig _ -> "run-too-big";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoSuchRun(var named) -> "There is no run %s.".formatted(named);
      case Ambiguous(var prefix, var runs) ->
          "%s could be any of %d runs.".formatted(prefix, runs.size());
      case AlreadyEnded(var run, var verdict) ->
          "Run %s has ended: %s.".formatted(run, verdict.word());
      case Ending(var run) -> "Run %s is ending.".formatted(run);
      case NotAtTheGate(var run) -> "Run %s does not wait for an approval.".formatted(run);
      case AtTheGate(var run) ->
          "Run %s waits for an approval, so there is nothing to pause.".formatted(run);
      case StaleApproval(var run, var now) ->
          "The spec of run %s has changed since you looked: it is now %s."
              .formatted(run, now.hex().substring(0, 12));
      case AlreadyPaused(var run) -> "Run %s is paused already.".formatted(run);
      case NotPaused(var run) -> "Run %s is not paused.".formatted(run);
      case NoSuchBudget(var run) -> "Run %s has no limit of some of that.".formatted(run);
      case NoSuchGroup(var run, var group) -> "Run %s has no group %s.".formatted(run, group);
      case GroupSettled(var run, var group, var standing) ->
          "Group %s of run %s is %s already.".formatted(group, run, standing);
      case WhichGroup(var run, var groups) when groups.isEmpty() ->
          "No group of run %s is at work.".formatted(run);
      case WhichGroup(var run, var groups) ->
          "Several groups of run %s are at work: %s.".formatted(run, groups);
      case NotEnded(var run) -> "Run %s has not ended.".formatted(run);
      case NothingAudited(var run) -> "Run %s has no audited commit.".formatted(run);
      case KeyReused(var key) ->
          "The idempotency key %s was used for another command.".formatted(key);
      case TooBig(var run, var bytes, var most) ->
          "The state of run %s is too big for the engine: %d kB, of at most %d."
              .formatted(run, bytes / 1024, most / 1024);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoSuchRun _ -> "See `otto runs` for the runs there are.";
      case Ambiguous(_, var runs) ->
          "Type more of it; the newest is %s.".formatted(runs.getFirst());
      case AlreadyEnded(var run, _) -> "Look at it with `otto show %s`.".formatted(run);
      case Ending(var run) -> "Wait for it with `otto watch %s`.".formatted(run);
      case NotAtTheGate(var run) -> show(run);
      case AlreadyPaused(var run) -> show(run);
      case NotPaused(var run) -> show(run);
      case AtTheGate(var run) -> "Type `otto approve %s` or `otto reject %s`.".formatted(run, run);
      case StaleApproval(var run, _) ->
          "Look at it again with `otto show %s`, then approve.".formatted(run);
      case NoSuchBudget(var run) -> "See what is limited with `otto show %s`.".formatted(run);
      case NoSuchGroup(var run, _) -> show(run);
      case GroupSettled(var run, _, _) -> show(run);
      case WhichGroup(var run, var groups) when groups.isEmpty() -> show(run);
      case WhichGroup _ -> "Name one with --group.";
      case NotEnded(var run) -> "Wait for it with `otto watch %s`.".formatted(run);
      case NothingAudited(var run) -> "See why with `otto show %s`.".formatted(run);
      case KeyReused _ -> "Use a new key.";
      case TooBig _ -> "Start a new run with fewer groups.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case NoSuchRun _, NoSuchGroup _ -> Kind.UNKNOWN;
      case Ambiguous _, TooBig _ -> Kind.INVALID;
      case AlreadyEnded _,
          Ending _,
          NotAtTheGate _,
          AtTheGate _,
          StaleApproval _,
          AlreadyPaused _,
          NotPaused _,
          NoSuchBudget _,
          GroupSettled _,
          WhichGroup _,
          NotEnded _,
          NothingAudited _,
          KeyReused _ ->
          Kind.CONFLICT;
    };
  }

  private static String show(RunId run) {
    return "See where it stands with `otto show %s`.".formatted(run);
  }
}

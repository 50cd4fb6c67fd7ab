package dev.otto.cli.run;

import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import java.util.List;
import java.util.stream.Collectors;

/// Why no run goes on.
sealed interface ResumeRefusal extends Refusal {
  record Nothing() implements ResumeRefusal {}

  record Which(List<RunId> runs) implements ResumeRefusal {
    public Which {
      runs = List.copyOf(runs);
    }
  }

  /// It waits for a person, who has not said yes.
  record Waits(RunId run) implements ResumeRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Nothing _ -> "nothing-to-resume";
      case Which _ -> "which-run";
      case Waits _ -> "waits-for-approval";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Nothing _ -> "No run of this repository stands still.";
      case Which(var runs) ->
          "%d runs of this repository stand still: %s."
              .formatted(
                  runs.size(), runs.stream().map(RunId::value).collect(Collectors.joining(", ")));
      case Waits(var run) -> "Run %s waits for your approval of its spec.".formatted(run);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Nothing _ -> "See `otto runs` for the runs there are.";
      case Which(var runs) -> "Name one: `otto run --resume %s`.".formatted(runs.getFirst());
      case Waits(var run) ->
          "Look at it with `otto show %s`, then add --auto-approve.".formatted(run);
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case Nothing _, Waits _ -> Kind.CONFLICT;
      case Which _ -> Kind.INVALID;
    };
  }
}

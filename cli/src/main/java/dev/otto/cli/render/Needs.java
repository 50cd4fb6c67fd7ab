package dev.otto.cli.render;

import dev.otto.model.run.RunView;
import java.util.Optional;

/// What a run needs of a person, and what to type.
final class Needs {
  private Needs() {}

  static Optional<Line> of(RunView run) {
    return switch (run.state()) {
      case "waiting" ->
          Optional.of(
              Line.of("needs you: ", Paint.NEEDED)
                  .and("otto approve %s, otto edit or otto reject".formatted(run.run())));
      case "limited" -> Optional.of(Line.of(Moment.why(run), Paint.DIM));
      case "paused" ->
          Optional.of(
              Line.of("stands still: ", Paint.NEEDED).and("otto resume %s".formatted(run.run())));
      default -> Optional.empty();
    };
  }
}

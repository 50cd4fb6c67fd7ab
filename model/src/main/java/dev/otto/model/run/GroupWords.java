package dev.otto.model.run;

import dev.otto.model.group.Standing;
import java.util.Optional;

/// Why a group stands as it does, for people.
final class GroupWords {
  private GroupWords() {}

  static Optional<String> why(Standing standing) {
    return switch (standing) {
      case Standing.Failed(var why) -> Optional.of(why);
      case Standing.Cancelled(var why) -> Optional.of(why);
      case Standing.Aborting(var by) -> Optional.of("being aborted by " + by);
      case Standing.Aborted(var by) -> Optional.of("aborted by " + by);
      case Standing.Merged(_, var redundant) when redundant ->
          Optional.of("redundant: it adds nothing");
      case Standing.Merged _,
          Standing.Resting _,
          Standing.Ready _,
          Standing.Calling _,
          Standing.Answered _,
          Standing.Passed _,
          Standing.Merging _ ->
          Optional.empty();
    };
  }
}

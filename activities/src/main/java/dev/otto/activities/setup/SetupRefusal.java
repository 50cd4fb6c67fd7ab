package dev.otto.activities.setup;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why a folder could not be set up.
public sealed interface SetupRefusal extends Refusal {
  /// A command of the setup failed.
  record Failed(String command, String how, Path log) implements SetupRefusal {}

  /// The project's own file says something that has no meaning.
  record Unusable(String sentence) implements SetupRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Failed _ -> "setup-failed";
      case Unusable _ -> "project-file-unusable";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Failed(var command, var how, _) -> "The setup `%s` failed: %s.".formatted(command, how);
      case Unusable(var words) -> words;
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Failed(_, _, var log) -> "See %s, then resume the run.".formatted(log);
      case Unusable _ -> "Correct and commit the file, then start a new run.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case Failed _ -> Kind.UNAVAILABLE;
      case Unusable _ -> Kind.INVALID;
    };
  }
}

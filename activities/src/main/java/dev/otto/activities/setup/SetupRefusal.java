package dev.otto.activities.setup;

import dev.otto.model.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/// Why a folder could not be set up.
public sealed interface SetupRefusal extends Refusal {
  /// A command of the setup failed.
  record Failed(String command, String how, Path log) implements SetupRefusal {}

  /// The project's own file says something that has no meaning.
  record Unusable(String sentence) implements SetupRefusal {}

  /// A file that the project wants cannot be brought.
  record NotCopied(String path, String why) implements SetupRefusal {}

  /// The project asks for a variable that it is not given, or that is not set.
  record NotGiven(String name, Optional<String> variable, Path repository)
      implements SetupRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Failed _ -> "setup-failed";
      case Unusable _ -> "project-file-unusable";
      case NotCopied _ -> "setup-not-copied";
      case NotGiven _ -> "setup-variable-missing";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Failed(var command, var how, _) -> "The setup `%s` failed: %s.".formatted(command, how);
      case Unusable(var words) -> words;
      case NotCopied(var path, var why) ->
          "`%s` of `copy` in otto.yaml cannot be brought along: %s.".formatted(path, why);
      case NotGiven(var name, var variable, _) ->
          variable
              .map(it ->
                  "The project asks for %s, and the server's variable %s is not set."
                      .formatted(name, it))
              .orElse(
                  "The project asks for the variable %s, and config.yaml does not give it."
                      .formatted(name));
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Failed(_, _, var log) -> "See %s, then resume the run.".formatted(log);
      case NotCopied _ -> "Put it there, then resume the run.";
      case NotGiven(var name, var variable, var repository) ->
          variable.isPresent()
              ? "Export it and restart the server with `otto down`."
              : "Write `env: {%s: {%s: '${%s}'}}` into config.yaml."
                  .formatted(repository, name, name);
      case Unusable _ -> "Correct and commit the file, then start a new run.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case Failed _, NotCopied _ -> Kind.UNAVAILABLE;
      case Unusable _, NotGiven _ -> Kind.INVALID;
    };
  }
}

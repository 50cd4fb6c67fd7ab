package dev.otto.model.settings.file;

import dev.otto.model.Refusal;
import java.util.Optional;

/// Why a file of settings is not heard. What is wrong is said with its place.
public sealed interface FileRefusal extends Refusal {
  /// It is no YAML of ours.
  record Unreadable(String file, String why) implements FileRefusal {}

  record UnknownKey(Place place, Optional<String> meant) implements FileRefusal {}

  record WrongValue(Place place, String wanted) implements FileRefusal {}

  record SaidTwice(Place place) implements FileRefusal {}

  /// A secret may stand there; it is not repeated.
  record PlainSecret(Place place) implements FileRefusal {}

  /// A repository's file must not decide that.
  record NotForProjects(Place place) implements FileRefusal {}

  /// It is a project's to say.
  record NotForUsers(Place place) implements FileRefusal {}

  record NotYet(Place place, String instead) implements FileRefusal {}

  /// Where a key stands.
  record Place(String file, String key, int line) {
    private static final int LONGEST = 80;

    String shown() {
      return key.length() <= LONGEST ? key : key.substring(0, LONGEST) + "…";
    }

    String where() {
      return "%s, line %d".formatted(file, line);
    }
  }

  @Override
  default String code() {
    return switch (this) {
      case Unreadable _ -> "settings-unreadable";
      case UnknownKey _ -> "settings-unknown-key";
      case WrongValue _, SaidTwice _ -> "settings-wrong-value";
      case PlainSecret _ -> "settings-plain-secret";
      case NotForProjects _, NotForUsers _ -> "settings-elsewhere";
      case NotYet _ -> "settings-not-yet";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Unreadable(var file, var why) -> "%s cannot be read: %s.".formatted(file, why);
      case UnknownKey(var at, var meant) ->
          "There is no key `%s` (%s)%s."
              .formatted(
                  at.shown(), at.where(), meant.map("; did you mean `%s`?"::formatted).orElse(""))
              .replace("?.", "?");
      case WrongValue(var at, var wanted) ->
          "`%s` must be %s (%s).".formatted(at.shown(), wanted, at.where());
      case SaidTwice(var at) -> "`%s` is said twice (%s).".formatted(at.shown(), at.where());
      case PlainSecret(var at) ->
          "`%s` holds a secret in plain text (%s).".formatted(at.shown(), at.where());
      case NotForProjects(var at) ->
          "`%s` is not for a repository to decide (%s).".formatted(at.shown(), at.where());
      case NotForUsers(var at) ->
          "`%s` is for a project to say (%s).".formatted(at.shown(), at.where());
      case NotYet(var at, var instead) ->
          "`%s` is not there yet (%s): %s.".formatted(at.shown(), at.where(), instead);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Unreadable _, WrongValue _, SaidTwice _ -> "Correct the file.";
      case PlainSecret _ -> "Export it in a variable and write `${NAME}` instead.";
      case UnknownKey _ -> "`otto config` lists all keys.";
      case NotForProjects _ -> "Write it into config.yaml in Otto's home.";
      case NotForUsers _ -> "Write it into otto.yaml of the project.";
      case NotYet _ -> "Take it out of the file.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}

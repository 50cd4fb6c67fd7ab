package dev.otto.standalone;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why the settings of a server cannot be what they say.
public sealed interface SettingsRefusal extends Refusal {
  record UnknownKey(Path file, String key, String known) implements SettingsRefusal {}

  record Unreadable(Path file, String why) implements SettingsRefusal {}

  /// It says something that has no meaning.
  record Unusable(String sentence) implements SettingsRefusal {}

  /// The value of a setting is none that it can have.
  record WrongValue(String setting, String value, String wanted) implements SettingsRefusal {}

  /// A secret stands in the file itself.
  record PlainSecret(String setting) implements SettingsRefusal {}

  /// A setting names a variable of the environment that is not set.
  record UnsetVariable(String setting, String variable) implements SettingsRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case UnknownKey _ -> "settings-unknown-key";
      case Unreadable _ -> "settings-unreadable";
      case WrongValue _ -> "settings-wrong-value";
      case PlainSecret _ -> "settings-plain-secret";
      case UnsetVariable _ -> "settings-unset-variable";
      case Unusable _ -> "settings-unusable";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case UnknownKey(var file, var key, var known) ->
          "%s has no meaning for `%s`; there are %s.".formatted(file, key, known);
      case Unusable(var words) -> words;
      case Unreadable(var file, var why) -> "%s cannot be read: %s.".formatted(file, why);
      case WrongValue(var setting, var value, var wanted) ->
          "%s is `%s`, but must be %s.".formatted(setting, value, wanted);
      case PlainSecret(var setting) -> "%s holds a secret in plain text.".formatted(setting);
      case UnsetVariable(var setting, var variable) ->
          "%s names the variable %s, which is not set.".formatted(setting, variable);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case UnknownKey _, Unreadable _, Unusable _ -> "Correct the file.";
      case WrongValue(var setting, var _, var _) -> "Correct %s.".formatted(setting);
      case PlainSecret _ -> "Export it in a variable and write `${NAME}` instead.";
      case UnsetVariable(var _, var variable) -> "Export %s.".formatted(variable);
    };
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}

package dev.otto.standalone;

import dev.otto.model.Refusal;

/// Why the settings of a server cannot be what they say.
public sealed interface SettingsRefusal extends Refusal {
  /// A part of a setting that must be there is not.
  record Missing(String setting) implements SettingsRefusal {}

  /// The value of a setting is none that it can have.
  record WrongValue(String setting, String value, String wanted) implements SettingsRefusal {}

  /// A secret stands in the file itself.
  record PlainSecret(String setting) implements SettingsRefusal {}

  /// A setting names a variable of the environment that is not set.
  record UnsetVariable(String setting, String variable) implements SettingsRefusal {}

  /// Half of a team would bring an engine or a database of its own.
  record NotShared() implements SettingsRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Missing _ -> "settings-missing";
      case WrongValue _ -> "settings-wrong-value";
      case PlainSecret _ -> "settings-plain-secret";
      case UnsetVariable _ -> "settings-unset-variable";
      case NotShared _ -> "settings-not-shared";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case WrongValue(var setting, var value, var wanted) ->
          "%s is `%s`, but must be %s.".formatted(setting, value, wanted);
      case Missing(var setting) -> "%s is missing in config.yaml.".formatted(setting);
      case PlainSecret(var setting) -> "%s holds a secret in plain text.".formatted(setting);
      case UnsetVariable(var setting, var variable) ->
          "%s names the variable %s, which is not set.".formatted(setting, variable);
      case NotShared _ -> "Api and worker apart need an engine and a database that both can reach.";
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case WrongValue(var setting, var _, var _) -> "Correct %s.".formatted(setting);
      case Missing _ -> "Correct the file.";
      case PlainSecret _ -> "Export it in a variable and write `${NAME}` instead.";
      case UnsetVariable(var _, var variable) -> "Export %s.".formatted(variable);
      case NotShared _ -> "Name both: OTTO_ENGINE=external:<host>:<port> and OTTO_DATABASE_URL.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}

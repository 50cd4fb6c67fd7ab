package dev.otto.standalone;

import dev.otto.model.settings.file.Key;
import dev.otto.model.settings.file.Written;
import java.util.Map;
import java.util.Optional;

/// A value that the user gave, and where: in the environment, which wins, or in the file.
record Setting(String name, String value) {
  static Optional<Setting> of(Map<String, String> environment, Written file, Key<String> key) {
    return key.variable()
        .flatMap(variable ->
            Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(text -> new Setting(variable, text.strip())))
        .or(() -> file.get(key).map(text -> new Setting(inFile(key), text)));
  }

  /// How people are told of a key in the file.
  static String inFile(Key<?> key) {
    return "`%s` in config.yaml".formatted(key.name());
  }

  RuntimeException wrong(String wanted) {
    return new SettingsRefusal.WrongValue(name, value, wanted).refused();
  }
}

package dev.otto.standalone;

import java.util.Map;
import java.util.Optional;

/// A value that the user gave, and where: in the environment, which wins, or in the file.
record Setting(String name, String value) {
  static Optional<Setting> of(
      Map<String, String> environment, String variable, Optional<String> inFile, String key) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> new Setting(variable, text.strip()))
        .or(() ->
            inFile
                .filter(text -> !text.isBlank())
                .map(text -> new Setting("`" + key + "` in config.yaml", text.strip())));
  }

  RuntimeException wrong(String wanted) {
    return new SettingsRefusal.WrongValue(name, value, wanted).refused();
  }
}

package dev.otto.standalone;

import dev.otto.activities.agent.Login;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.file.Key;
import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import dev.otto.standalone.process.SearchPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the settings say about the real agents.
record ProviderSetting(Written file, Map<String, String> environment) {
  List<ProviderSettings> all() {
    return Arrays.stream(ProviderKind.values()).map(this::of).toList();
  }

  private ProviderSettings of(ProviderKind kind) {
    var agent = kind.word();
    return new ProviderSettings(
        kind,
        setting(Keys.program(agent))
            .map(ProviderSetting::program)
            .or(() -> SearchPath.of(environment).find(agent)),
        setting(Keys.model(agent)).map(Setting::value),
        setting(Keys.url(agent)).map(ProviderSetting::url).orElse(kind.service()),
        secret(Keys.key(agent)),
        login(kind));
  }

  /// A login of the user's own: for Claude Code the long-lived token in its usual variable; for
  /// Codex the file in which it keeps it.
  private Optional<Login> login(ProviderKind kind) {
    return switch (kind) {
      case CLAUDE -> secret(Keys.claudeLogin()).map(Login.Token::new);
      case CODEX ->
          setting(Keys.codexLogin())
              .map(ProviderSetting::file)
              .or(this::codexFile)
              .map(Login.Kept::new);
    };
  }

  private Optional<Path> codexFile() {
    return variable("CODEX_HOME")
        .map(Path::of)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".codex")))
        .map(folder -> folder.resolve("auth.json").normalize())
        .filter(file -> file.isAbsolute() && Files.isRegularFile(file));
  }

  private static Path file(Setting setting) {
    var path = Path.of(setting.value());
    if (!path.isAbsolute() || !Files.isRegularFile(path)) {
      throw setting.wrong("the absolute path of a file");
    }
    return path;
  }

  private Optional<Setting> setting(Key<String> key) {
    return Setting.of(environment, file, key);
  }

  private static Path program(Setting setting) {
    var path = Path.of(setting.value());
    if (!path.isAbsolute() || !Files.isRegularFile(path) || !Files.isExecutable(path)) {
      throw setting.wrong("the absolute path of a program");
    }
    return path;
  }

  private static URI url(Setting setting) {
    try {
      var url = URI.create(setting.value());
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // It is no address at all, which is said below.
    }
    throw setting.wrong("an address that begins with https:// or http://");
  }

  /// A variable that the file names counts more than the usual one.
  private Optional<String> secret(Key<String> key) {
    return file.get(key)
        .map(variable -> referred(key, variable))
        .or(() -> key.variable().flatMap(this::variable));
  }

  private String referred(Key<String> key, String variable) {
    return variable(variable)
        .orElseThrow(
            () -> new SettingsRefusal.UnsetVariable(Setting.inFile(key), variable).refused());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}

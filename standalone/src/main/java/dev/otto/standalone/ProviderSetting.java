package dev.otto.standalone;

import dev.otto.activities.agent.Login;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.standalone.process.SearchPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the settings say about the real agents.
record ProviderSetting(SettingsFile file, Map<String, String> environment) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

  List<ProviderSettings> all() {
    file.providers().keySet().forEach(ProviderSetting::known);
    return Arrays.stream(ProviderKind.values()).map(this::of).toList();
  }

  private static void known(String name) {
    if (ProviderKind.named(name).isEmpty()) {
      throw new Setting("A provider in config.yaml", name).wrong("claude or codex");
    }
  }

  private ProviderSettings of(ProviderKind kind) {
    var inFile = file.providers().getOrDefault(kind.word(), SettingsFile.Provider.NONE);
    return new ProviderSettings(
        kind,
        setting(kind, "", inFile.program(), "program")
            .map(ProviderSetting::program)
            .or(() -> SearchPath.of(environment).find(kind.word())),
        setting(kind, "_MODEL", inFile.model(), "model").map(Setting::value),
        setting(kind, "_URL", inFile.url(), "url").map(ProviderSetting::url).orElse(kind.service()),
        key(kind, inFile.key()),
        login(kind, inFile.login()));
  }

  /// A login of the user's own: for Claude Code the long-lived token in its usual variable; for
  /// Codex the file in which it keeps it.
  private Optional<Login> login(ProviderKind kind, Optional<String> inFile) {
    return switch (kind) {
      case CLAUDE ->
          inFile
              .filter(text -> !text.isBlank())
              .map(reference -> referred(kind, "login", reference))
              .or(() -> variable("CLAUDE_CODE_OAUTH_TOKEN"))
              .map(Login.Token::new);
      case CODEX ->
          inFile
              .filter(text -> !text.isBlank())
              .map(text -> new Setting("`providers.codex.login` in config.yaml", text.strip()))
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

  private Optional<Setting> setting(
      ProviderKind kind, String suffix, Optional<String> inFile, String key) {
    return Setting.of(
        environment,
        "OTTO_" + kind.name() + suffix,
        inFile,
        "providers.%s.%s".formatted(kind.word(), key));
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

  private Optional<String> key(ProviderKind kind, Optional<String> inFile) {
    return inFile
        .filter(text -> !text.isBlank())
        .map(reference -> referred(kind, "key", reference))
        .or(() -> variable(kind.variable()));
  }

  private String referred(ProviderKind kind, String key, String reference) {
    var name = "`providers.%s.%s` in config.yaml".formatted(kind.word(), key);
    var variable = VARIABLE.matcher(reference.strip());
    if (!variable.matches()) {
      throw new SettingsRefusal.PlainSecret(name).refused();
    }
    return variable(variable.group(1))
        .orElseThrow(() -> new SettingsRefusal.UnsetVariable(name, variable.group(1)).refused());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}

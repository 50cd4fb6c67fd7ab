package dev.otto.standalone;

import dev.otto.standalone.database.DatabaseAccess;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.home.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which database the settings name.
record DatabaseSetting(SettingsFile file, Map<String, String> environment) {
  private static final String PASSWORD = "OTTO_DATABASE_PASSWORD";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern SECRET_IN_URL = Pattern.compile("[?&](user|password)=");

  DatabaseChoice choice() {
    return Setting.of(environment, "OTTO_DATABASE_URL", file.database().url(), "database.url")
        .<DatabaseChoice>map(url -> new DatabaseChoice.External(access(url)))
        .orElseGet(DatabaseChoice.Embedded::new);
  }

  private DatabaseAccess access(Setting url) {
    if (!url.value().startsWith("jdbc:postgresql://")) {
      throw url.wrong("an address that begins with jdbc:postgresql://");
    }
    if (SECRET_IN_URL.matcher(url.value()).find()) {
      throw new SettingsRefusal.PlainSecret(url.name()).refused();
    }
    var user =
        Setting.of(environment, "OTTO_DATABASE_USER", file.database().user(), "database.user");
    return new DatabaseAccess(url.value(), user.map(Setting::value).orElse("otto"), password());
  }

  private Secret password() {
    return variable(PASSWORD)
        .or(() -> file.database().password().map(this::referred))
        .orElseThrow(
            () -> new SettingsRefusal.UnsetVariable("The database's password", PASSWORD).refused());
  }

  private Secret referred(String reference) {
    var name = "`database.password` in config.yaml";
    var variable = VARIABLE.matcher(reference.strip());
    if (!variable.matches()) {
      throw new SettingsRefusal.PlainSecret(name).refused();
    }
    return variable(variable.group(1))
        .orElseThrow(() -> new SettingsRefusal.UnsetVariable(name, variable.group(1)).refused());
  }

  private Optional<Secret> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(text -> !text.isBlank())
        .map(Secret::new);
  }
}

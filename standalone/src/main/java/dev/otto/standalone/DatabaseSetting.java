package dev.otto.standalone;

import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import dev.otto.standalone.database.DatabaseAccess;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.home.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which database the settings name.
record DatabaseSetting(Written file, Map<String, String> environment) {
  private static final String PASSWORD = "OTTO_DATABASE_PASSWORD";
  private static final Pattern SECRET_IN_URL = Pattern.compile("[?&](user|password)=");

  DatabaseChoice choice() {
    return Setting.of(environment, file, Keys.DATABASE_URL)
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
    var user = Setting.of(environment, file, Keys.DATABASE_USER);
    return new DatabaseAccess(url.value(), user.map(Setting::value).orElse("otto"), password());
  }

  private Secret password() {
    return variable(PASSWORD)
        .or(() -> file.get(Keys.DATABASE_PASSWORD).map(this::referred))
        .orElseThrow(
            () -> new SettingsRefusal.UnsetVariable("The database's password", PASSWORD).refused());
  }

  private Secret referred(String variable) {
    var name = Setting.inFile(Keys.DATABASE_PASSWORD);
    return variable(variable)
        .orElseThrow(() -> new SettingsRefusal.UnsetVariable(name, variable).refused());
  }

  private Optional<Secret> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(text -> !text.isBlank())
        .map(Secret::new);
  }
}

package dev.otto.activities.host;

import java.util.Map;
import java.util.Optional;

/// The environment of the user whose Otto this is. Its values are asked for one by one and shown
/// nowhere.
public final class Variables {
  private final Map<String, String> all;

  private Variables(Map<String, String> all) {
    this.all = all;
  }

  public static Variables of(Map<String, String> environment) {
    return new Variables(Map.copyOf(environment));
  }

  /// Those of this process.
  public static Variables own() {
    return of(System.getenv());
  }

  /// The value of that name, if it is set.
  public Optional<String> value(String name) {
    return Optional.ofNullable(all.get(name)).filter(value -> !value.isBlank());
  }
}

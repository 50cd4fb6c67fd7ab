package dev.otto.model.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The kinds of checks that a spec may name.
public enum CheckKind {
  @JsonProperty("command")
  COMMAND,
  @JsonProperty("http")
  HTTP,
  @JsonProperty("files")
  FILES,
  @JsonProperty("browser")
  BROWSER;

  /// The kinds that this Otto can run; a spec that needs another is refused.
  public static Set<CheckKind> runnable() {
    return EnumSet.of(COMMAND, HTTP, FILES);
  }

  /// The kind as specs write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.otto.model.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

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

  /// The kind as specs write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.otto.model.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How deeply a model thinks. Each provider has words of its own for it.
public enum Effort {
  @JsonProperty("low")
  LOW,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("max")
  MAX;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Effort> named(String word) {
    return Arrays.stream(values()).filter(effort -> effort.word().equals(word)).findFirst();
  }
}

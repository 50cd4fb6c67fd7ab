package dev.otto.model.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a run does when its budget is used up.
public enum OnLimit {
  /// It stands still and asks a person.
  @JsonProperty("pause")
  PAUSE,
  /// It makes no more calls, and proves what is there.
  @JsonProperty("finish")
  FINISH,
  /// It ends.
  @JsonProperty("stop")
  STOP;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OnLimit> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}

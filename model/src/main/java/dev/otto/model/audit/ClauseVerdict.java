package dev.otto.model.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The verdict of one clause with every reason for it, and the marks of its checks.
public record ClauseVerdict(
    ClauseId clause, Value value, List<String> reasons, Map<CheckId, List<Mark>> marks) {
  public ClauseVerdict {
    reasons = List.copyOf(reasons);
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
  }

  /// What a clause can be.
  public enum Value {
    @JsonProperty("proven")
    PROVEN,
    @JsonProperty("refuted")
    REFUTED,
    @JsonProperty("unproven")
    UNPROVEN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

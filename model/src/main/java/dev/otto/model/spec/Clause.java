package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import java.util.List;

/// One done criterion of a feature, proven by checks or, if `judged`, by the auditor.
public record Clause(ClauseId id, String text, Kind kind, boolean judged, List<CheckId> checks) {
  public Clause {
    requireNonNull(id);
    requireNonNull(text);
    requireNonNull(kind);
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /// Whether the clause must become true or must stay true.
  public enum Kind {
    @JsonProperty("new")
    NEW,
    @JsonProperty("kept")
    KEPT
  }
}

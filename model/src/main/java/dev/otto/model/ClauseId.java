package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a clause, unique within its spec and stable over revisions.
public record ClauseId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ClauseId {
    Names.required("clause id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

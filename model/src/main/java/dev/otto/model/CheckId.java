package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a check within its spec.
public record CheckId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CheckId {
    Names.required("check id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

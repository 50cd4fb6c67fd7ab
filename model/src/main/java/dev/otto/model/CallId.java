package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of one agent call within its run, such as `c7`.
public record CallId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CallId {
    Names.required("call id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a group within its run.
public record GroupId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GroupId {
    Names.required("group id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

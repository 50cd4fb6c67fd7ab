package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a feature within its spec.
public record FeatureId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FeatureId {
    Names.required("feature id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

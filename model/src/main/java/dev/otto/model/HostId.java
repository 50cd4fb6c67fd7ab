package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a worker host, made once in its home. It names the host's task queues.
public record HostId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HostId {
    Names.required("host id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

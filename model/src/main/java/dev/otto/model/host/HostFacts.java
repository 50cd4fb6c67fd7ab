package dev.otto.model.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What a host can do and how it stands, as its worker found it: what doctor and pre-flight read.
///
/// @param walls which walls stand around foreign code, in one phrase
public record HostFacts(String walls, List<Fact> facts) {
  public HostFacts {
    facts = List.copyOf(facts);
  }

  /// One thing that doctor looks at: how it is, and what to do if it is not well.
  public record Fact(String name, Health health, String sentence, String fix) {}

  /// How well a thing is.
  public enum Health {
    @JsonProperty("ok")
    OK,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("absent")
    ABSENT
  }
}

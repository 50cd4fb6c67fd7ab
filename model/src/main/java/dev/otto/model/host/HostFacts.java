package dev.otto.model.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/// What a host can do and how it stands, as its worker found it: what doctor and pre-flight read.
///
/// @param walls which walls stand around foreign code, in one phrase
public record HostFacts(String walls, List<Fact> facts) {
  public HostFacts {
    facts = List.copyOf(facts);
  }

  /// The fact of that name, such as `git` or `claude`.
  public Optional<Fact> named(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }

  /// One thing that doctor looks at: how it is, and what to do if it is not well.
  public record Fact(String name, Health health, String sentence, String fix) {
    /// Whether it can be used, perhaps with care.
    public boolean usable() {
      return switch (health) {
        case OK, WARNING -> true;
        case BROKEN, ABSENT -> false;
      };
    }
  }

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

package dev.otto.model.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.settings.PriceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a host can do and how it stands, as its worker found it: what doctor and pre-flight read.
///
/// @param walls which walls stand around foreign code, in one phrase
/// @param direct providers whose programs go to their models themselves, past Otto's gateway
/// @param prices what models cost, as its user has it
public record HostFacts(String walls, List<Fact> facts, Set<String> direct, PriceTable prices) {
  public HostFacts {
    facts = List.copyOf(facts);
    direct = direct == null ? Set.of() : Set.copyOf(direct);
    prices = prices == null ? PriceTable.NONE : prices;
  }

  /// Of a host on which every provider has a key.
  public HostFacts(String walls, List<Fact> facts) {
    this(walls, facts, Set.of());
  }

  /// Of a host whose user wrote down no prices.
  public HostFacts(String walls, List<Fact> facts, Set<String> direct) {
    this(walls, facts, direct, PriceTable.NONE);
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

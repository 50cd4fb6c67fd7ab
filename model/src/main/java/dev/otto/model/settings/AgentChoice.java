package dev.otto.model.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who thinks in a role: the provider, the model (else the one that its program likes best), how
/// deeply, and why just this provider.
///
/// @param direct whether its program goes to its model itself, past Otto's gateway: what it used is
///   then what it says, and no limit holds within a call
/// @param because where it was named, such as `asked for`; none in runs that never said
/// @param otherwise who thinks, in this order, while the provider cannot be used
/// @param price what its tokens cost by the table of the user; none = only the provider can say
public record AgentChoice(
    String provider,
    Optional<String> model,
    Optional<Effort> effort,
    Optional<String> because,
    boolean direct,
    Optional<Price> price,
    List<AgentChoice> otherwise) {
  public AgentChoice {
    requireNonNull(provider);
    model = model == null ? Optional.empty() : model;
    effort = effort == null ? Optional.empty() : effort;
    because = because == null ? Optional.empty() : because;
    price = price == null ? Optional.empty() : price;
    otherwise = otherwise == null ? List.of() : List.copyOf(otherwise);
  }

  /// Through Otto's gateway.
  public AgentChoice(
      String provider, Optional<String> model, Optional<Effort> effort, Optional<String> because) {
    this(provider, model, effort, because, false, Optional.empty(), List.of());
  }

  /// The same choice with the login of its user's own, or not.
  public AgentChoice direct(boolean own) {
    return new AgentChoice(provider, model, effort, because, own, price, otherwise);
  }

  /// The same choice, whose tokens cost that much, if anybody knows.
  public AgentChoice at(Optional<Price> known) {
    return new AgentChoice(provider, model, effort, because, direct, known, otherwise);
  }

  /// The same choice, with these to think while its provider cannot be used.
  public AgentChoice otherwise(List<AgentChoice> others) {
    return new AgentChoice(provider, model, effort, because, direct, price, others);
  }

  /// It, and those that take its place, in their order.
  public Stream<AgentChoice> all() {
    return Stream.concat(Stream.of(this), otherwise.stream());
  }

  /// That provider, as it likes best.
  public static AgentChoice of(String provider) {
    return new AgentChoice(provider, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The choice as people read it, such as `claude opus, effort high`.
  public String words() {
    var named = Stream.concat(Stream.of(provider), model.stream()).collect(Collectors.joining(" "));
    return named
        + effort.map(depth -> ", effort " + depth.word()).orElse("")
        + (direct ? " (direct)" : "")
        + otherwise.stream().map(other -> ", else " + other.words()).collect(Collectors.joining());
  }
}

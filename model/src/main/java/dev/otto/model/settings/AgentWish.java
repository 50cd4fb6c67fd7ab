package dev.otto.model.settings;

import java.util.List;
import java.util.Optional;

/// What one place says about who shall think; what it leaves out, another place may say.
///
/// @param failover the providers to use, in this order, each while those before cannot be used
public record AgentWish(
    Optional<String> provider,
    Optional<String> model,
    Optional<Effort> effort,
    List<String> failover) {
  public static final AgentWish NONE =
      new AgentWish(Optional.empty(), Optional.empty(), Optional.empty());

  public AgentWish {
    provider = provider == null ? Optional.empty() : provider;
    model = model == null ? Optional.empty() : model;
    effort = effort == null ? Optional.empty() : effort;
    failover = failover == null ? List.of() : List.copyOf(failover);
  }

  /// Without anybody to take its place.
  public AgentWish(Optional<String> provider, Optional<String> model, Optional<Effort> effort) {
    this(provider, model, effort, List.of());
  }

  /// The wish for that provider and nothing else.
  public static AgentWish of(String provider) {
    return new AgentWish(Optional.of(provider), Optional.empty(), Optional.empty());
  }

  /// This wish, where the first of those that take each other's place thinks if nobody is named.
  public AgentWish named() {
    return new AgentWish(provider.or(() -> failover.stream().findFirst()), model, effort, failover);
  }

  /// This wish, completed by one that counts less. A model that was named for another provider is
  /// none of this one's.
  public AgentWish over(AgentWish lower) {
    var foreign =
        provider.isPresent() && lower.provider.isPresent() && !provider.equals(lower.provider);
    return new AgentWish(
        provider.or(() -> lower.provider),
        model.or(() -> foreign ? Optional.empty() : lower.model),
        effort.or(() -> lower.effort),
        failover.isEmpty() ? lower.failover : failover);
  }
}

package dev.otto.model.settings;

import java.util.Optional;

/// What one place (a request, a project's file, a user's file) says about who shall think: for all
/// roles, and for single ones.
///
/// @param maxTurns how many turns the model may take in one call
public record AgentWishes(
    AgentWish all,
    AgentWish spec,
    AgentWish build,
    AgentWish audit,
    AgentWish fix,
    Optional<Integer> maxTurns) {
  public static final AgentWishes NONE = ofAll(AgentWish.NONE);

  public AgentWishes {
    all = all == null ? AgentWish.NONE : all;
    spec = spec == null ? AgentWish.NONE : spec;
    build = build == null ? AgentWish.NONE : build;
    audit = audit == null ? AgentWish.NONE : audit;
    fix = fix == null ? AgentWish.NONE : fix;
    maxTurns = maxTurns == null ? Optional.empty() : maxTurns;
  }

  /// The same for all roles.
  public static AgentWishes ofAll(AgentWish wish) {
    return new AgentWishes(
        wish, AgentWish.NONE, AgentWish.NONE, AgentWish.NONE, AgentWish.NONE, Optional.empty());
  }

  /// What these wishes say beside the provider of all roles, if anything.
  public Optional<AgentWishes> beyondProvider() {
    var rest = new AgentWish(Optional.empty(), all.model(), all.effort(), all.failover());
    return Optional.of(new AgentWishes(rest, spec, build, audit, fix, maxTurns))
        .filter(wishes -> !wishes.equals(NONE));
  }

  /// What is said of that role alone.
  public AgentWish of(Role role) {
    return switch (role) {
      case SPEC -> spec;
      case BUILD -> build;
      case AUDIT -> audit;
      case FIX -> fix;
    };
  }

  /// These wishes, where what they say of all roles is completed by one that counts more.
  public AgentWishes under(AgentWish higher) {
    return new AgentWishes(higher.over(all), spec, build, audit, fix, maxTurns);
  }
}

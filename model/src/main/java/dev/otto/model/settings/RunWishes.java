package dev.otto.model.settings;

import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.util.Optional;

/// What one file of settings says of runs.
public record RunWishes(
    AgentWishes agents, Optional<Integer> maxAttempts, Optional<Integer> maxRounds) {
  public static final RunWishes NONE = ofAgents(AgentWishes.NONE);

  public RunWishes {
    agents = agents == null ? AgentWishes.NONE : agents;
    maxAttempts = maxAttempts == null ? Optional.empty() : maxAttempts;
    maxRounds = maxRounds == null ? Optional.empty() : maxRounds;
  }

  /// Of who shall think alone.
  public static RunWishes ofAgents(AgentWishes agents) {
    return new RunWishes(agents, Optional.empty(), Optional.empty());
  }

  /// What that file says.
  public static RunWishes of(Written file) {
    return new RunWishes(agents(file), file.get(Keys.MAX_ATTEMPTS), file.get(Keys.MAX_ROUNDS));
  }

  /// These wishes, completed by those of a file that counts less. Who thinks is decided role by
  /// role, in [AgentLayers].
  public RunWishes over(RunWishes lower) {
    return new RunWishes(
        agents, maxAttempts.or(lower::maxAttempts), maxRounds.or(lower::maxRounds));
  }

  private static AgentWishes agents(Written file) {
    return new AgentWishes(
        new AgentWish(file.get(Keys.PROVIDER), file.get(Keys.MODEL), file.get(Keys.EFFORT)),
        ofRole(file, Role.SPEC),
        ofRole(file, Role.BUILD),
        ofRole(file, Role.AUDIT),
        ofRole(file, Role.FIX),
        file.get(Keys.MAX_TURNS));
  }

  private static AgentWish ofRole(Written file, Role role) {
    return new AgentWish(
        file.get(Keys.provider(role)), file.get(Keys.model(role)), file.get(Keys.effort(role)));
  }
}

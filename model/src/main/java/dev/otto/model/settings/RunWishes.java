package dev.otto.model.settings;

import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.util.List;
import java.util.Optional;

/// What one file of settings says of runs.
///
/// @param wallSeconds working time of a run
/// @param budget what its calls may use; what is done at the limit is asked for with the run
public record RunWishes(
    AgentWishes agents,
    Optional<Integer> maxAttempts,
    Optional<Integer> maxRounds,
    Optional<Long> wallSeconds,
    Budget budget) {
  public static final RunWishes NONE = ofAgents(AgentWishes.NONE);

  public RunWishes {
    agents = agents == null ? AgentWishes.NONE : agents;
    maxAttempts = maxAttempts == null ? Optional.empty() : maxAttempts;
    maxRounds = maxRounds == null ? Optional.empty() : maxRounds;
    wallSeconds = wallSeconds == null ? Optional.empty() : wallSeconds;
    budget = budget == null ? Budget.NONE : budget;
  }

  /// Without limits of what is used.
  public RunWishes(AgentWishes agents, Optional<Integer> maxAttempts, Optional<Integer> maxRounds) {
    this(agents, maxAttempts, maxRounds, Optional.empty(), Budget.NONE);
  }

  /// Of who shall think alone.
  public static RunWishes ofAgents(AgentWishes agents) {
    return new RunWishes(agents, Optional.empty(), Optional.empty());
  }

  /// What that file says.
  public static RunWishes of(Written file) {
    return new RunWishes(
        agents(file),
        file.get(Keys.MAX_ATTEMPTS),
        file.get(Keys.MAX_ROUNDS),
        file.get(Keys.RUN_SECONDS).map(Integer::longValue),
        budget(file));
  }

  /// These wishes, completed by those of a file that counts less. Who thinks is decided role by
  /// role, in [AgentLayers].
  public RunWishes over(RunWishes lower) {
    return new RunWishes(
        agents,
        maxAttempts.or(lower::maxAttempts),
        maxRounds.or(lower::maxRounds),
        wallSeconds.or(lower::wallSeconds),
        budget.over(lower.budget));
  }

  private static Budget budget(Written file) {
    return new Budget(
        file.get(Keys.RUN_USD).map(Limits::ofMoney).orElse(Limits.NONE),
        file.get(Keys.GROUP_USD).map(Limits::ofMoney).orElse(Limits.NONE),
        OnLimit.PAUSE,
        file.get(Keys.PROJECT_PER_DAY).orElse(Limits.NONE));
  }

  private static AgentWishes agents(Written file) {
    return new AgentWishes(
        new AgentWish(
            file.get(Keys.PROVIDER),
            file.get(Keys.MODEL),
            file.get(Keys.EFFORT),
            file.get(Keys.FAILOVER).orElse(List.of())),
        ofRole(file, Role.SPEC),
        ofRole(file, Role.BUILD),
        ofRole(file, Role.AUDIT),
        ofRole(file, Role.FIX),
        file.get(Keys.MAX_TURNS));
  }

  private static AgentWish ofRole(Written file, Role role) {
    return new AgentWish(
        file.get(Keys.provider(role)),
        file.get(Keys.model(role)),
        file.get(Keys.effort(role)),
        file.get(Keys.failover(role)).orElse(List.of()));
  }
}

package dev.otto.model.settings;

import dev.otto.model.Digest;
import java.util.Optional;
import java.util.function.Consumer;

/// What a run was asked to observe; fixed with its creation.
///
/// @param provider the program that thinks where no role says otherwise
/// @param recipe path of the recipe that `scripted` plays, or that is played through another
///   provider, on the server's machine
/// @param fromSpec a spec written by a person, which replaces the compile call
/// @param reviewGate whether a person approves the spec before anything is built
/// @param gateSeconds how long the gate waits before the run ends blocked
/// @param maxAttempts attempts of a group before its merge
/// @param maxRounds audits of a run
/// @param specRounds answers of the spec agent before the run ends blocked
/// @param wallSeconds working time before the run is paused; none = no limit
/// @param callSeconds how long one call may last
/// @param idleSeconds how long a call may be silent
/// @param agents who thinks, role by role
/// @param maxTurns turns that a model may take in one call
/// @param budget what its calls may use up
/// @param projectKind the sort of product that its spec must describe
/// @param fork what it was forked from, if it was
public record RunSettings(
    String provider,
    Optional<String> recipe,
    Optional<Digest> fromSpec,
    boolean reviewGate,
    long gateSeconds,
    int maxAttempts,
    int maxRounds,
    int specRounds,
    Optional<Long> wallSeconds,
    long callSeconds,
    long idleSeconds,
    Agents agents,
    int maxTurns,
    Budget budget,
    Optional<ProjectKind> projectKind,
    Optional<ForkOf> fork) {
  public RunSettings {
    recipe = recipe == null ? Optional.empty() : recipe;
    fromSpec = fromSpec == null ? Optional.empty() : fromSpec;
    wallSeconds = wallSeconds == null ? Optional.empty() : wallSeconds;
    gateSeconds = gateSeconds == 0 ? 86_400 : gateSeconds;
    maxAttempts = maxAttempts == 0 ? 3 : maxAttempts;
    maxRounds = maxRounds == 0 ? 3 : maxRounds;
    specRounds = specRounds == 0 ? 3 : specRounds;
    callSeconds = callSeconds == 0 ? 1_800 : callSeconds;
    idleSeconds = idleSeconds == 0 ? 300 : idleSeconds;
    agents = agents == null ? Agents.all(AgentChoice.of(provider)) : agents;
    maxTurns = maxTurns == 0 ? AgentLayers.MAX_TURNS : maxTurns;
    budget = budget == null ? Budget.NONE : budget;
    projectKind = projectKind == null ? Optional.empty() : projectKind;
    fork = fork == null ? Optional.empty() : fork;
  }

  /// With the same provider in every role, as it likes best.
  public RunSettings(
      String provider,
      Optional<String> recipe,
      Optional<Digest> fromSpec,
      boolean reviewGate,
      long gateSeconds,
      int maxAttempts,
      int maxRounds,
      int specRounds,
      Optional<Long> wallSeconds,
      long callSeconds,
      long idleSeconds) {
    this(
        provider,
        recipe,
        fromSpec,
        reviewGate,
        gateSeconds,
        maxAttempts,
        maxRounds,
        specRounds,
        wallSeconds,
        callSeconds,
        idleSeconds,
        Agents.all(AgentChoice.of(provider)),
        0,
        Budget.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// The same with this budget.
  public RunSettings with(Budget wanted) {
    return but(change -> change.budget = wanted);
  }

  /// The same with these to think.
  public RunSettings with(Agents wanted) {
    return but(change -> change.agents = wanted);
  }

  /// The same for a fork, which begins with this spec if there is one.
  public RunSettings forked(ForkOf of, Optional<Digest> spec, boolean gate) {
    return but(change -> {
      change.fork = Optional.of(of);
      change.fromSpec = spec;
      change.reviewGate = gate;
    });
  }

  private RunSettings but(Consumer<Change> made) {
    var change = new Change(this);
    made.accept(change);
    return new RunSettings(
        provider,
        recipe,
        change.fromSpec,
        change.reviewGate,
        gateSeconds,
        maxAttempts,
        maxRounds,
        specRounds,
        wallSeconds,
        callSeconds,
        idleSeconds,
        change.agents,
        maxTurns,
        change.budget,
        projectKind,
        change.fork);
  }

  /// The built-in values for this provider.
  public static RunSettings of(String provider) {
    return new RunSettings(
        provider, Optional.empty(), Optional.empty(), false, 0, 0, 0, 0, Optional.empty(), 0, 0);
  }

  /// What may differ from settings that are there.
  private static final class Change {
    private Optional<Digest> fromSpec;
    private boolean reviewGate;
    private Agents agents;
    private Budget budget;
    private Optional<ForkOf> fork;

    private Change(RunSettings before) {
      fromSpec = before.fromSpec;
      reviewGate = before.reviewGate;
      agents = before.agents;
      budget = before.budget;
      fork = before.fork;
    }
  }
}

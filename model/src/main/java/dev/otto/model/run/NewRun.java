package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.json.Body;
import dev.otto.model.json.Violation;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.ProjectKind;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.settings.RunWishes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run that a person asks for. What is left out is decided by the built-in values.
///
/// @param folder a folder of the repository, on the server's machine
/// @param intent what the product shall be, verbatim
/// @param spec the text of a spec that a person wrote, instead of a compile call
/// @param provider the program that thinks, where no role says otherwise
/// @param recipe path of the recipe that `scripted` plays, or that is played through another
///   provider, on the server's machine
/// @param agents what else is asked for of who shall think
/// @param budget what its calls may use up
/// @param projectKind the sort of product that its spec must describe
public record NewRun(
    String folder,
    String intent,
    Optional<String> spec,
    Optional<String> provider,
    Optional<String> recipe,
    Optional<Boolean> reviewGate,
    Optional<Long> gateSeconds,
    Optional<Integer> maxAttempts,
    Optional<Integer> maxRounds,
    Optional<Long> wallSeconds,
    Optional<Long> callSeconds,
    Optional<Long> idleSeconds,
    Optional<AgentWishes> agents,
    Optional<Budget> budget,
    Optional<ProjectKind> projectKind)
    implements Body {
  /// How much may be asked for in one intent.
  public static final int LONGEST_INTENT = 64 * 1024;

  private static final int LONGEST_PATH = 4_096;
  private static final int LONGEST_TITLE = 80;

  /// How long anything may last that a person limits: a year.
  public static final long MOST_SECONDS = 366L * 86_400;

  private static final int MOST_TRIES = 100;
  private static final int MOST_TURNS = 100_000;

  public NewRun {
    spec = spec == null ? Optional.empty() : spec;
    provider = provider == null ? Optional.empty() : provider;
    recipe = recipe == null ? Optional.empty() : recipe;
    reviewGate = reviewGate == null ? Optional.empty() : reviewGate;
    gateSeconds = gateSeconds == null ? Optional.empty() : gateSeconds;
    maxAttempts = maxAttempts == null ? Optional.empty() : maxAttempts;
    maxRounds = maxRounds == null ? Optional.empty() : maxRounds;
    wallSeconds = wallSeconds == null ? Optional.empty() : wallSeconds;
    callSeconds = callSeconds == null ? Optional.empty() : callSeconds;
    idleSeconds = idleSeconds == null ? Optional.empty() : idleSeconds;
    agents = agents == null ? Optional.empty() : agents;
    budget = budget == null ? Optional.empty() : budget;
    projectKind = projectKind == null ? Optional.empty() : projectKind;
  }

  /// The run that is asked for with that provider in every role.
  public NewRun(
      String folder,
      String intent,
      Optional<String> spec,
      String provider,
      Optional<String> recipe,
      Optional<Boolean> reviewGate,
      Optional<Long> gateSeconds,
      Optional<Integer> maxAttempts,
      Optional<Integer> maxRounds,
      Optional<Long> wallSeconds,
      Optional<Long> callSeconds,
      Optional<Long> idleSeconds) {
    this(
        folder,
        intent,
        spec,
        Optional.of(provider),
        recipe,
        reviewGate,
        gateSeconds,
        maxAttempts,
        maxRounds,
        wallSeconds,
        callSeconds,
        idleSeconds,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The run that is asked for in this folder, with built-in values for everything else.
  public static NewRun of(String folder, String intent, String provider) {
    return new NewRun(
        folder,
        intent,
        Optional.empty(),
        provider,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The first line of the intent, as long as a list has room for.
  public String title() {
    var line = intent.strip().lines().findFirst().orElse("").strip();
    var end =
        line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  /// Who is asked to think.
  public AgentWishes wishes() {
    var asked = agents.orElse(AgentWishes.NONE);
    return provider.map(name -> asked.under(AgentWish.of(name))).orElse(asked);
  }

  /// What the run must observe, given the kept text of its spec, who thinks, and what the files of
  /// settings say of what is not asked for.
  public RunSettings settings(
      Optional<Digest> fromSpec, Agents thinking, int maxTurns, RunWishes files) {
    return new RunSettings(
        thinking.build().provider(),
        recipe,
        fromSpec,
        reviewGate.orElse(false),
        gateSeconds.orElse(0L),
        maxAttempts.or(files::maxAttempts).orElse(0),
        maxRounds.or(files::maxRounds).orElse(0),
        0,
        wallSeconds.or(files::wallSeconds),
        callSeconds.orElse(0L),
        idleSeconds.orElse(0L),
        thinking,
        maxTurns,
        budget.orElse(Budget.NONE).over(files.budget()),
        projectKind,
        Optional.empty());
  }

  /// What is wrong with it, apart from its spec.
  public List<Violation> violations() {
    var found = new ArrayList<Violation>();
    path("/folder", folder, found);
    recipe.ifPresent(named -> path("/recipe", named, found));
    if (intent.isBlank()) {
      found.add(new Violation("/intent", "An intent must not be empty."));
    }
    if (intent.getBytes(StandardCharsets.UTF_8).length > LONGEST_INTENT) {
      found.add(
          new Violation("/intent", "An intent has at most %d bytes.".formatted(LONGEST_INTENT)));
    }
    within("/gateSeconds", gateSeconds, MOST_SECONDS, found);
    within("/maxAttempts", maxAttempts.map(Integer::longValue), MOST_TRIES, found);
    within("/maxRounds", maxRounds.map(Integer::longValue), MOST_TRIES, found);
    within("/wallSeconds", wallSeconds, MOST_SECONDS, found);
    within("/callSeconds", callSeconds, MOST_SECONDS, found);
    within("/idleSeconds", idleSeconds, MOST_SECONDS, found);
    within(
        "/agents/maxTurns",
        agents.flatMap(AgentWishes::maxTurns).map(Integer::longValue),
        MOST_TURNS,
        found);
    return List.copyOf(found);
  }

  private static void path(String pointer, String path, List<Violation> found) {
    if (!path.startsWith("/") || path.length() > LONGEST_PATH) {
      found.add(new Violation(pointer, "A path on the server's machine begins with a slash."));
    }
  }

  private static void within(
      String pointer, Optional<Long> value, long most, List<Violation> found) {
    value
        .filter(number -> number < 1 || number > most)
        .ifPresent(
            _ -> found.add(new Violation(pointer, "It must be between 1 and %d.".formatted(most))));
  }
}

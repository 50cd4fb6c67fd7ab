package dev.otto.activities.provider;

import dev.otto.activities.agent.replay.Replays;
import dev.otto.activities.agent.replay.Scene;
import dev.otto.activities.agent.scripted.ScriptedAdapter;
import dev.otto.activities.agent.scripted.ScriptedClassPath;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.process.cell.Cells;
import dev.otto.model.call.CallOrder;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.run.Run;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.RunSettings;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The providers of this host, as they were found when it came up.
public final class Providers implements AutoCloseable {
  private static final String SCRIPTED = "scripted";
  private static final int TRIED_TURNS = 4;

  private final List<Found> found;
  private final Map<String, Usable> usable;
  private final Map<String, OwnAgent> own;
  private final Set<String> modelHosts;
  private final Rehearsals rehearsals;

  private Providers(
      List<Found> found, List<OwnAgent> own, Set<String> services, Rehearsals rehearsals) {
    this.modelHosts = modelHosts(own, services);
    this.found = List.copyOf(found);
    this.own = own.stream().collect(Collectors.toUnmodifiableMap(OwnAgent::name, one -> one));
    this.rehearsals = rehearsals;
    this.usable =
        found.stream()
            .flatMap(one -> one.provider().stream())
            .collect(Collectors.toUnmodifiableMap(one -> one.kind().word(), Function.identity()));
  }

  /// Those that these settings describe. What they say of themselves is written below the folder.
  public static Providers found(List<ProviderSettings> settings, Cells cells, Path folder) {
    return found(settings, List.of(), cells, folder);
  }

  /// The same, and programs of the user's own.
  public static Providers found(
      List<ProviderSettings> settings, List<OwnAgent> own, Cells cells, Path folder) {
    try (var trial = new KeyTrial()) {
      var probe = new Probe(cells, folder, trial);
      return new Providers(
          settings.parallelStream().map(probe::of).toList(),
          own,
          settings.stream().map(one -> one.service().getHost()).collect(Collectors.toSet()),
          new Rehearsals(settings, new Replays(folder.resolveSibling("replays"))));
    }
  }

  /// Where models are: to those hosts leads no other way than that of a call.
  public Set<String> modelHosts() {
    return modelHosts;
  }

  private static Set<String> modelHosts(List<OwnAgent> own, Set<String> services) {
    var known = Stream.of(ProviderKind.values()).map(ProviderKind::service).map(URI::getHost);
    var direct = Stream.of(ProviderKind.values()).flatMap(kind -> kind.hosts().stream());
    var ofOthers = own.stream().flatMap(one -> one.hosts().stream());
    return Stream.of(known, direct, ofOthers, services.stream())
        .flatMap(hosts -> hosts)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How they are, for people.
  public List<Fact> facts() {
    return Stream.concat(
            found.stream().map(Found::fact),
            own.values().stream().map(OwnAgent::fact).sorted(Comparator.comparing(Fact::name)))
        .toList();
  }

  /// Those that can be used.
  public Set<String> usable() {
    return Stream.concat(
            usable.keySet().stream(),
            own.values().stream().filter(OwnAgent::there).map(OwnAgent::name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The one of that name, which can be used, for a call to try it.
  public Agent tried(String provider) {
    return agent(AgentChoice.of(provider), TRIED_TURNS).orElseThrow(() -> missing(why(provider)));
  }

  /// Those whose programs go to their services themselves, with a login of their user's own.
  public Set<String> direct() {
    return Stream.concat(
            usable.values().stream().filter(Usable::direct).map(one -> one.kind().word()),
            own.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The agent of that choice in a run of these settings.
  public Agent agent(RunSettings settings, AgentChoice choice) {
    return find(settings, choice)
        .orElseThrow(() ->
            missing(
                choice.provider().equals(SCRIPTED)
                    ? "`scripted` needs a recipe"
                    : why(choice.provider())));
  }

  /// The same, if it can be used here.
  public Optional<Agent> find(RunSettings settings, AgentChoice choice) {
    if (choice.provider().equals(SCRIPTED)) {
      return scripted(settings);
    }
    var agent =
        settings.recipe().isPresent()
            ? rehearsals.agent(choice.provider(), settings.recipe().get())
            : agent(choice, settings.maxTurns());
    return agent.map(one -> one.at(choice.price()));
  }

  private Optional<Agent> agent(AgentChoice choice, int maxTurns) {
    return Optional.ofNullable(usable.get(choice.provider()))
        .map(provider -> provider.agent(choice, maxTurns))
        .or(() ->
            Optional.ofNullable(own.get(choice.provider()))
                .filter(OwnAgent::there)
                .map(mine -> mine.agent(choice, maxTurns)));
  }

  /// The agent for this call of the run, whose worktree lies there: one through which a recipe is
  /// played is led by it.
  public Agent led(Agent agent, Run run, CallOrder order, Path worktree) {
    return run.settings()
        .recipe()
        .flatMap(recipe ->
            rehearsals.service(
                agent.adapter().provider(),
                tools -> new Scene(run.id(), order, worktree, Path.of(recipe), tools)))
        .map(agent::ledBy)
        .orElse(agent);
  }

  private String why(String provider) {
    return facts().stream()
        .filter(fact -> fact.name().equals(provider))
        .map(fact -> fact.sentence() + " " + fact.fix())
        .findFirst()
        .orElse("there is no provider '%s'".formatted(provider));
  }

  @Override
  public void close() {
    rehearsals.close();
  }

  private static Optional<Agent> scripted(RunSettings settings) {
    return settings
        .recipe()
        .map(recipe ->
            new ScriptedAdapter(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ScriptedClassPath.current(),
                Path.of(recipe),
                Pace.of("1")))
        .map(adapter -> new Agent(adapter, Optional.empty()));
  }

  private static ApplicationFailure missing(String sentence) {
    return ApplicationFailure.newNonRetryableFailure(sentence, "no-such-provider");
  }
}

package dev.otto.api.run;

import dev.otto.api.part.Store;
import dev.otto.model.Refusal;
import dev.otto.model.host.HostFacts;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.run.NewRun;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.AgentLayers;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Agents;
import dev.otto.store.host.Hosts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides who thinks in a new run, or says in one sentence why nobody can.
///
/// @param providers the programs that this Otto can let think
record AgentsOfRun(Store store, Set<String> providers) {
  private static final String SCRIPTED = "scripted";
  private static final HostFacts UNKNOWN = new HostFacts("", List.of());

  /// Who thinks, and how many turns a model may take in one call.
  record Decided(Agents thinking, int maxTurns) {}

  Decided of(NewRun request, Preflight.Place place) {
    var facts =
        store
            .ask(Hosts.class, hosts -> hosts.named(place.host().value()))
            .map(Hosts.Row::facts)
            .orElse(UNKNOWN);
    var plays = request.recipe().isPresent();
    var decided = decided(request.wishes(), place, facts, plays);
    decided.thinking().providers().forEach(this::refuseUnknown);
    if (!plays) {
      decided.thinking().providers().forEach(name -> refuseUnusable(name, facts));
    }
    return decided;
  }

  private Decided decided(
      AgentWishes asked, Preflight.Place place, HostFacts facts, boolean plays) {
    var candidates = candidates(facts);
    var usable = candidates.stream().filter(Fact::usable).map(Fact::name).toList();
    var only = usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.<String>empty();
    var layers = new AgentLayers(asked, place.project().agents(), place.user().agents(), only);
    var agents =
        Agents.each(role -> {
          var choice =
              layers.choice(role).orElseThrow(() -> undecided(usable, candidates).refused());
          return known(choice, facts, plays)
              .otherwise(
                  choice.otherwise().stream()
                      .peek(other -> refuseUnknown(other.provider()))
                      .filter(other -> plays || usable(other, facts))
                      .map(other -> known(other, facts, plays))
                      .toList());
        });
    return new Decided(agents, layers.maxTurns());
  }

  /// The choice with what the host knows of its provider.
  private static AgentChoice known(AgentChoice choice, HostFacts facts, boolean plays) {
    return choice
        .direct(!plays && facts.direct().contains(choice.provider()))
        .at(facts.prices().of(choice.provider(), choice.model()));
  }

  /// Whether it can take another's place on this host; who cannot is left out.
  private static boolean usable(AgentChoice choice, HostFacts facts) {
    return facts.named(choice.provider()).filter(fact -> !fact.usable()).isEmpty();
  }

  private void refuseUnknown(String provider) {
    if (!providers.contains(provider)) {
      throw new PassedOn(
              "no-such-provider",
              "There is no provider '%s'.".formatted(provider),
              "Name one of %s.".formatted(String.join(", ", providers.stream().sorted().toList())),
              Refusal.Kind.INVALID)
          .refused();
    }
  }

  /// What a provider lacks on the host that would carry the run. One that the host says nothing
  /// about needs nothing, and one that plays a recipe no key.
  private static void refuseUnusable(String provider, HostFacts facts) {
    facts
        .named(provider)
        .filter(fact -> !fact.usable())
        .ifPresent(fact -> {
          throw new PassedOn(
                  "provider-not-usable", fact.sentence(), fact.fix(), Refusal.Kind.UNAVAILABLE)
              .refused();
        });
  }

  /// What the host says of those that think.
  private List<Fact> candidates(HostFacts facts) {
    return providers.stream()
        .filter(name -> !name.equals(SCRIPTED))
        .sorted()
        .map(facts::named)
        .flatMap(Optional::stream)
        .toList();
  }

  private static PassedOn undecided(List<String> usable, List<Fact> candidates) {
    return usable.isEmpty()
        ? new PassedOn(
            "no-provider",
            "No agent can be used on this host. "
                + candidates.stream().map(Fact::sentence).collect(Collectors.joining(" ")),
            candidates.stream()
                .map(Fact::fix)
                .filter(fix -> !fix.isBlank())
                .findFirst()
                .orElse("See what is missing with `otto doctor`."),
            Refusal.Kind.UNAVAILABLE)
        : new PassedOn(
            "which-provider",
            "%s can be used here, and nothing says which.".formatted(String.join(" and ", usable)),
            "Add --provider NAME, or write `provider: NAME` into config.yaml in Otto's home.",
            Refusal.Kind.INVALID);
  }
}

package dev.otto.model.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where wishes about who shall think come from, and which of them count more: what was asked for
/// with the run; then what is said of a role, by the project before the user; then what is said of
/// all roles, in the same order; and last the only provider that can be used.
public record AgentLayers(
    AgentWishes asked, AgentWishes project, AgentWishes user, Optional<String> only) {
  /// Turns of a model in one call if nobody says otherwise.
  public static final int MAX_TURNS = 200;

  /// Why a provider is used that was asked for with the run.
  public static final String ASKED = "asked for";

  private static final String PROJECT = "named in the project's otto.yaml";
  private static final String USER = "named in your config.yaml";
  private static final String FAILOVER = "named as failover";
  private static final String ONLY = "the only one that is signed in";

  private record Layer(String source, AgentWish wish) {
    Layer {
      wish = wish.named();
    }
  }

  /// Who thinks in that role; nobody if no provider is named anywhere and there is not just one.
  public Optional<AgentChoice> choice(Role role) {
    var wish = layers(role).map(Layer::wish).reduce(AgentWish.NONE, AgentWish::over);
    return wish.provider()
        .map(provider ->
            new AgentChoice(provider, wish.model(), wish.effort(), Optional.of(source(role)))
                .otherwise(others(provider, wish)));
  }

  private static List<AgentChoice> others(String provider, AgentWish wish) {
    return wish.failover().stream()
        .filter(name -> !name.equals(provider))
        .distinct()
        .map(name -> new AgentChoice(name, Optional.empty(), wish.effort(), Optional.of(FAILOVER)))
        .toList();
  }

  /// How many turns the model may take in one call.
  public int maxTurns() {
    return asked.maxTurns().or(project::maxTurns).or(user::maxTurns).orElse(MAX_TURNS);
  }

  private String source(Role role) {
    return layers(role)
        .filter(layer -> layer.wish().provider().isPresent())
        .map(Layer::source)
        .findFirst()
        .orElse(ONLY);
  }

  private Stream<Layer> layers(Role role) {
    return Stream.of(
        new Layer(ASKED, asked.of(role)),
        new Layer(ASKED, asked.all()),
        new Layer(PROJECT, project.of(role)),
        new Layer(USER, user.of(role)),
        new Layer(PROJECT, project.all()),
        new Layer(USER, user.all()),
        new Layer(ONLY, only.map(AgentWish::of).orElse(AgentWish.NONE)));
  }
}

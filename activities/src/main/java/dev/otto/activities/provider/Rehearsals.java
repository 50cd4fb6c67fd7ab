package dev.otto.activities.provider;

import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.replay.Replays;
import dev.otto.activities.agent.replay.Scene;
import dev.otto.activities.agent.replay.Tools;
import dev.otto.activities.gateway.Upstream;
import dev.otto.model.account.AccountId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Real agents that play a recipe: their program is the real one, and instead of their service a
/// model answers that follows the recipe. It needs no key, and its account is the recipe.
record Rehearsals(List<ProviderSettings> settings, Replays replays) implements AutoCloseable {
  private static final String NO_KEY = "no-key-is-needed";

  /// The agent of that name, if its program is here; nothing thinks for it yet.
  Optional<Agent> agent(String name, String recipe) {
    return named(name)
        .flatMap(one -> one.runnable().map(program -> agent(one.kind(), program, recipe)));
  }

  private static Agent agent(ProviderKind kind, Path program, String recipe) {
    return new Agent(
        kind.adapter(program, Thinking.with(Optional.of(kind.rehearsed()))),
        Optional.empty(),
        Optional.empty(),
        AccountId.of(kind.word(), recipe),
        Optional.empty());
  }

  /// What thinks for the agent of that name in this scene.
  Optional<Upstream> service(String name, Function<Tools, Scene> scene) {
    return named(name)
        .map(ProviderSettings::kind)
        .map(
            kind -> new Upstream(replays.of(scene.apply(kind.tools())), kind.credential(), NO_KEY));
  }

  @Override
  public void close() {
    replays.close();
  }

  private Optional<ProviderSettings> named(String name) {
    return settings.stream().filter(one -> one.kind().word().equals(name)).findFirst();
  }
}

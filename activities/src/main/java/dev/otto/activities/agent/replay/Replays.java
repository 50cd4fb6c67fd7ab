package dev.otto.activities.agent.replay;

import dev.otto.activities.agent.model.ModelServer;
import dev.otto.activities.agent.model.Request;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.activities.agent.scripted.recipe.RecipeFault;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The model that plays recipes to real agents. Each call asks it below a path of its own, by which
/// the model knows what to play; how far that is, the conversation tells. So it forgets nothing
/// when an agent or the server is killed.
public final class Replays implements AutoCloseable {
  private final Map<String, Scene> scenes = new ConcurrentHashMap<>();
  private final Once once;
  private Optional<ModelServer> server = Optional.empty();

  /// The model, which keeps what it must remember in that folder and listens when it is needed.
  public Replays(Path folder) {
    this.once = new Once(folder);
  }

  /// Where the agent of this call finds its model.
  public URI of(Scene scene) {
    scenes.put(scene.name(), scene);
    return base().resolve("/" + scene.name());
  }

  @Override
  public synchronized void close() {
    server.ifPresent(ModelServer::close);
  }

  private synchronized URI base() {
    var open = server.orElseGet(() -> ModelServer.following(this::turn));
    server = Optional.of(open);
    return open.base();
  }

  private Turn turn(Request request) {
    var scene = scenes.get(request.path().split("/", 3)[1]);
    if (scene == null) {
      return refusal("No recipe is played here.");
    }
    try {
      return RecipeReader.read(scene.recipe())
          .matching(scene.order())
          .map(document -> turn(scene, document, request))
          .orElseGet(() -> refusal(Recipe.nothingFor(scene.order())));
    } catch (RecipeFault fault) {
      return refusal(fault.sentence());
    }
  }

  private Turn turn(Scene scene, Recipe.Document document, Request request) {
    var played = new Played(scene.part(document));
    var moves = Score.of(document.steps(), scene.worktree(), scene.tools());
    var next = Math.min(played.next(request), moves.size() - 1);
    while (moves.get(next).once() && !once.happens(played.id(next), scene.order().tries())) {
      next++;
    }
    return moves.get(next).turn(played.id(next));
  }

  private static Turn refusal(String sentence) {
    return Turn.refuses(400, Map.of(), Mishaps.refusal("invalid_request_error", sentence));
  }
}

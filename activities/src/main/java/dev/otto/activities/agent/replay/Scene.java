package dev.otto.activities.agent.replay;

import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.call.CallOrder;
import java.nio.file.Path;

/// One call in which a real agent plays a recipe: which one, where it works, and what its tools
/// are.
public record Scene(RunId run, CallOrder order, Path worktree, Path recipe, Tools tools) {
  private static final int SHORT = 16;

  /// The name of this very try, by which the agent's questions are known.
  String name() {
    return brief("%s %s %d".formatted(run.value(), order.id().value(), order.tries()));
  }

  /// The name of a document as it is played in this call, the same in every try.
  String part(Recipe.Document document) {
    return brief("%s %s %s".formatted(run.value(), order.id().value(), document.digest().hex()));
  }

  private static String brief(String text) {
    return Digest.of(text).hex().substring(0, SHORT);
  }
}

package dev.otto.activities.agent.scripted.recipe;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A recipe file: documents, of which the first that fits a call is played.
public record Recipe(List<Document> documents) {
  public Recipe {
    documents = List.copyOf(documents);
  }

  /// One document: the calls it is meant for and what the agent does in them. The digest is that of
  /// its content.
  public record Document(
      int number, Optional<String> name, When when, List<Step> steps, Digest digest) {
    public Document {
      steps = List.copyOf(steps);
    }
  }

  public Optional<Document> matching(CallOrder order) {
    return documents.stream().filter(document -> document.when().matches(order)).findFirst();
  }

  /// The stage of that word.
  public static Optional<Stage> stage(String word) {
    return Arrays.stream(Stage.values()).filter(stage -> stage.word().equals(word)).findFirst();
  }

  /// What an agent says that has nothing to play.
  public static String nothingFor(CallOrder order) {
    return "The recipe has no document for stage %s, %s, attempt %d%s."
        .formatted(
            order.stage().word(),
            order.group().map(GroupId::value).map(name -> "group " + name).orElse("no group"),
            order.attempt(),
            order.stage() == Stage.FIX || order.stage() == Stage.AUDIT
                ? ", round " + order.round()
                : "");
  }
}

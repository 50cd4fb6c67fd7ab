package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.ProofFiles;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.time.Duration;

/// What a run came to, as the one line that scripts rely on. What is not known is null.
final class Result {
  private Result() {}

  static String of(RunView run, Runs runs) {
    var result = Json.own().createObjectNode();
    result.put("run", run.run().value());
    result.put("verdict", run.verdict().map(verdict -> verdict.word()).orElse(null));
    result.put("state", run.state());
    result.put("repository", run.repository());
    result.put("commit", run.commit().map(commit -> commit.hex()).orElse(null));
    result.put("tree", run.tree().map(tree -> tree.hex()).orElse(null));
    result.put("proof", run.proof().map(ProofFiles::page).orElse(null));
    result.put("wallMs", Duration.between(run.createdAt(), run.changedAt()).toMillis());
    result.set("criticalPathMs", criticalPath(run, runs));
    return result.toString();
  }

  /// How long the longest chain of child processes lived: a number of the proof packet.
  private static JsonNode criticalPath(RunView run, Runs runs) {
    if (run.proof().isEmpty()) {
      return NullNode.getInstance();
    }
    try {
      var packet = Json.own().readTree(runs.proof(run.run()));
      return packet.has("criticalPathMs") ? packet.get("criticalPathMs") : NullNode.getInstance();
    } catch (Refused | JsonProcessingException unreadable) {
      return NullNode.getInstance();
    }
  }
}

package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// One request as the scripted model got it.
///
/// @param headers by their names in lower case
/// @param body nothing where it was no JSON
public record Request(
    String method, String path, Map<String, String> headers, Optional<JsonNode> body) {
  public Request {
    headers = Map.copyOf(headers);
  }

  /// Whether a model is asked to think, and not for a title or a list.
  boolean asksToThink() {
    return body.filter(json -> json.path("tools").size() > 0).isPresent();
  }

  /// The model that is wanted.
  String model() {
    return body.map(json -> json.path("model").asText()).orElse("");
  }

  /// Everything that was said in it, as one text.
  public String text() {
    return body.map(JsonNode::toString).orElse("");
  }
}

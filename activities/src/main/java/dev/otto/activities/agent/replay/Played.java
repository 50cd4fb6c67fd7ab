package dev.otto.activities.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.model.Request;
import java.util.stream.Stream;

/// How far a document has been played in the conversation that a request carries: the results of
/// tools in it name the moves.
///
/// @param part the name of the document in its call
record Played(String part) {
  private static final String BETWEEN = "-";

  /// The id under which a tool is used in this move.
  String id(int move) {
    return "otto-" + part + BETWEEN + move;
  }

  /// The first move that has no result yet.
  int next(Request request) {
    return request.body().stream()
        .flatMap(Played::results)
        .filter(id -> id.startsWith(id(0).substring(0, id(0).length() - 1)))
        .mapToInt(id -> Integer.parseInt(id.substring(id.lastIndexOf(BETWEEN) + 1)) + 1)
        .max()
        .orElse(0);
  }

  /// The ids of all results, in either dialect.
  private static Stream<String> results(JsonNode node) {
    var own =
        switch (node.path("type").asText()) {
          case "tool_result" -> Stream.of(node.path("tool_use_id").asText());
          case "function_call_output", "custom_tool_call_output" ->
              Stream.of(node.path("call_id").asText());
          case String _ -> Stream.<String>empty();
        };
    return Stream.concat(own, below(node));
  }

  private static Stream<String> below(JsonNode node) {
    return node.isContainerNode() ? node.valueStream().flatMap(Played::results) : Stream.empty();
  }
}

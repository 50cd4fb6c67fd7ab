package dev.otto.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/// What the agent must answer with at the end of a call.
public sealed interface ExpectedAnswer {
  /// Any words will do.
  record Words() implements ExpectedAnswer {}

  /// A JSON document; the schema is for the agent, the rule (one sentence per violation) decides.
  record Structured(String schema, Function<JsonNode, List<String>> violations)
      implements ExpectedAnswer {}
}

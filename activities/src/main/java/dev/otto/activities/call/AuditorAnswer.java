package dev.otto.activities.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.audit.Findings;
import dev.otto.model.json.Json;
import java.util.List;

/// What an auditor answers: a judgement per clause with the check that it points at, and what it
/// did not look at.
public record AuditorAnswer(List<Findings.Judged> findings, List<String> notLookedAt) {
  static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["findings"],"properties":{
       "findings":{"type":"array","items":{"type":"object","additionalProperties":false,
        "required":["clause","holds","evidence","why"],"properties":{
         "clause":{"type":"string"},"holds":{"type":"boolean"},"evidence":{"type":"string"},"why":{"type":"string"}}}},
       "notLookedAt":{"type":"array","items":{"type":"string"}}}}
      """;

  public AuditorAnswer {
    findings = List.copyOf(findings);
    notLookedAt = notLookedAt == null ? List.of() : List.copyOf(notLookedAt);
  }

  static List<String> violations(JsonNode answer) {
    try {
      read(answer);
      return List.of();
    } catch (JsonProcessingException | RuntimeException unreadable) {
      return List.of(
          String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("unreadable"));
    }
  }

  /// The answer, read strictly.
  ///
  /// @throws JsonProcessingException if it has another form
  public static AuditorAnswer read(JsonNode answer) throws JsonProcessingException {
    return Json.strict().treeToValue(answer, AuditorAnswer.class);
  }
}

package dev.otto.activities.check;

import dev.otto.activities.process.Redaction;
import dev.otto.model.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a product answers, without the variables that its project was given: as they are, and as
/// they stand in addresses and in JSON.
record Answers(List<String> secrets) {
  static Answers without(Map<String, String> variables) {
    return new Answers(variables.values().stream().flatMap(Answers::forms).distinct().toList());
  }

  /// What may be kept of it.
  String kept(String text) {
    return Redaction.of(text, secrets);
  }

  private static Stream<String> forms(String secret) {
    var quoted = Json.text(secret);
    return Stream.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        quoted.substring(1, quoted.length() - 1));
  }
}

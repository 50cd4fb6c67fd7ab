package dev.otto.activities.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.protocol.Facts;
import java.util.Optional;

/// The tokens of one answer: read, of which so many came from a cache, and written.
record Tokens(long input, long cached, long output) {
  static final Tokens NONE = new Tokens(0, 0, 0);

  /// The tokens with what this event of the answer's stream adds to what is known.
  Tokens after(JsonNode event) {
    var facts = new Facts(event);
    return switch (facts.words("type")) {
      case "message_start" -> read(facts.at("message").at("usage"));
      case "message_delta" -> written(facts.at("usage"));
      case "response.completed", "response.incomplete", "response.failed" ->
          whole(facts.at("response").at("usage"));
      case String _ -> this;
    };
  }

  boolean any() {
    return !equals(NONE);
  }

  private static Tokens read(Facts usage) {
    var cached = usage.count("cache_read_input_tokens");
    return new Tokens(
        usage.count("input_tokens") + usage.count("cache_creation_input_tokens") + cached,
        cached,
        usage.count("output_tokens"));
  }

  private Tokens written(Facts usage) {
    return new Tokens(input, cached, usage.whole("output_tokens").orElse(output));
  }

  private Tokens whole(Facts usage) {
    return Optional.of(usage)
        .filter(Facts::present)
        .map(all ->
            new Tokens(
                all.count("input_tokens"),
                all.at("input_tokens_details").count("cached_tokens"),
                all.count("output_tokens")))
        .orElse(this);
  }
}

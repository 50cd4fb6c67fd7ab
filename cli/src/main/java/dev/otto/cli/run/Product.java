package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.api.Runs;
import dev.otto.cli.render.Words;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a run made, as far as its spec tells how to start it.
final class Product {
  /// Where a product listens that a person starts; the audit gives it a port in the same way.
  private static final String ON_ITS_PORT = "PORT=8080 ";

  private Product() {}

  /// The commands that set the product up and start it, in its folder; none if the spec names no
  /// start.
  static List<String> start(RunView run, Runs runs) {
    if (run.commit().isEmpty()) {
      return List.of();
    }
    try {
      var spec = Json.own().readTree(runs.spec(run.run()));
      var start = words(spec.at("/start/argv"));
      return start.isEmpty()
          ? List.of()
          : Stream.concat(
                  elements(spec.path("setup")).map(Product::words), Stream.of(ON_ITS_PORT + start))
              .toList();
    } catch (Refused | JsonProcessingException unknown) {
      return List.of();
    }
  }

  private static String words(JsonNode argv) {
    return Words.of(elements(argv).map(JsonNode::asText).toList());
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.api.Runs;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a spec says of using the product: the commands that prepare it, those that fill it with
/// sample data, and the one that starts it.
record Handoff(List<List<String>> setup, List<List<String>> fixtures, List<String> start) {
  Handoff {
    setup = List.copyOf(setup);
    fixtures = List.copyOf(fixtures);
    start = List.copyOf(start);
  }

  static Optional<Handoff> of(String spec) {
    try {
      var tree = Json.own().readTree(spec);
      return Optional.of(
          new Handoff(
              elements(tree.path("setup")).map(Handoff::words).toList(),
              elements(tree.path("fixtures")).map(one -> words(one.path("argv"))).toList(),
              words(tree.at("/start/argv"))));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether the product of this run can be started.
  static boolean startable(RunView run, Runs runs) {
    try {
      return run.commit().isPresent()
          && of(runs.spec(run.run())).filter(known -> !known.start.isEmpty()).isPresent();
    } catch (Refused unknown) {
      return false;
    }
  }

  private static List<String> words(JsonNode argv) {
    return elements(argv).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.api.Runs;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a run made, as far as its spec tells how to start it.
final class Product {
  private Product() {}

  static Optional<List<String>> start(RunView run, Runs runs) {
    if (run.commit().isEmpty()) {
      return Optional.empty();
    }
    try {
      var argv = Json.own().readTree(runs.spec(run.run())).at("/start/argv");
      var words = StreamSupport.stream(argv.spliterator(), false).map(word -> word.asText());
      return Optional.of(words.toList()).filter(command -> !command.isEmpty());
    } catch (Refused | JsonProcessingException unknown) {
      return Optional.empty();
    }
  }
}

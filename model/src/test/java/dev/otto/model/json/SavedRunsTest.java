package dev.otto.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs as earlier builds stored them, whole: their events in order and their state.
/// `bench/upgrade` writes them; each file is named after the commit of its build.
class SavedRunsTest {
  @ParameterizedTest
  @MethodSource("runs")
  void a_run_that_an_earlier_build_stored_reads_and_nothing_of_it_is_lost(SavedSample stored) {
    var lines = stored.text().lines().map(SavedRunsTest::parsed).toList();
    var events = lines.stream().filter(line -> line.has("event")).toList();

    assertThat(events).hasSizeGreaterThan(10);
    events.forEach(line -> readsWhole(line.get("event"), RunEvent.class));
    readsWhole(lines.getLast().get("state"), Run.class);
  }

  private static void readsWhole(JsonNode stored, Class<?> type) {
    var sample = new SavedSample("stored", stored.toString());
    var value = sample.value(type);

    assertThat(SavedSample.nulls(value)).isEmpty();
    assertThat(sample.lostIn(Json.text(value))).isEmpty();
  }

  private static JsonNode parsed(String line) {
    return Json.value(line, JsonNode.class);
  }

  static Stream<SavedSample> runs() {
    var runs = SavedSample.of("../saved-runs").toList();
    assertThat(runs).isNotEqualTo(List.of());
    return runs.stream();
  }
}

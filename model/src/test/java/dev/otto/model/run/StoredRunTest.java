package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.Sample;
import dev.otto.model.audit.Audits;
import dev.otto.model.budget.Ledger;
import dev.otto.model.budget.WorkingTime;
import dev.otto.model.call.Calls;
import dev.otto.model.compile.Compilation;
import dev.otto.model.json.Json;
import dev.otto.model.settings.RunSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checkpoint of a run as older Ottos left it.
class StoredRunTest {
  private static final String LEAST =
      """
      {"id": "2026-11-21-120000-a1b2c3", "project": "shop-1f3a9c2b", "host": "host-7d21",
       "intent": "%s", "title": "A greeter", "settings": {"provider": "scripted"}}
      """
          .formatted(Sample.digest("intent"));

  @Test
  void what_is_missing_gets_its_default() {
    assertThat(Json.value(LEAST, Run.class))
        .isEqualTo(
            new Run(
                Sample.RUN,
                0,
                Sample.PROJECT,
                Sample.HOST,
                Sample.digest("intent"),
                "A greeter",
                RunSettings.of("scripted"),
                Optional.empty(),
                Compilation.NONE,
                Optional.empty(),
                List.of(),
                Calls.NONE,
                Audits.NONE,
                WorkingTime.NONE,
                Ledger.NEW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @Test
  void what_is_missing_within_gets_its_default_too() throws Exception {
    var stored = (ObjectNode) Json.own().readTree(LEAST);
    for (var part : List.of("compilation", "calls", "audits", "time", "ledger")) {
      stored.putObject(part);
    }

    assertThat(Json.value(stored.toString(), Run.class)).isEqualTo(Json.value(LEAST, Run.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "project", "host", "intent", "title", "settings"})
  void what_a_run_cannot_be_without_is_missed_at_once(String field) throws Exception {
    var stored = (ObjectNode) Json.own().readTree(LEAST);
    stored.remove(field);

    assertThatThrownBy(() -> Json.value(stored.toString(), Run.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a stored Run");
  }
}

package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.standalone.process.Outage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroundTroubleTest {
  @Test
  void what_is_away_says_since_when_why_and_where_to_read() {
    var outage = new Outage(Instant.EPOCH, Optional.of("The port is taken."));

    var fact = GroundTrouble.fact("engine", outage, Path.of("/home/logs/engine.log"));

    assertThat(fact.name()).isEqualTo("engine");
    assertThat(fact.sentence())
        .matches(
            "The engine is away since ..:..:.. and is being brought back: The port is taken\\.");
    assertThat(fact.fix()).endsWith("read /home/logs/engine.log.");
  }
}

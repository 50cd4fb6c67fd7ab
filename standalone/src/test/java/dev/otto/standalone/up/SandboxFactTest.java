package dev.otto.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.process.cell.Walls;
import dev.otto.model.host.HostFacts.Health;
import org.junit.jupiter.api.Test;

class SandboxFactTest {
  private static final Walls NONE = Walls.none("bubblewrap is not installed");

  @Test
  void walls_that_are_down_are_a_warning_and_where_they_are_required_a_reason_to_do_nothing() {
    assertThat(SandboxFact.of(Sandbox.REQUIRED, new Walls(true, true, true, true, "")).health())
        .isEqualTo(Health.OK);
    assertThat(SandboxFact.of(Sandbox.PREFERRED, NONE).usable()).isTrue();
    assertThat(SandboxFact.of(Sandbox.PREFERRED, NONE).sentence())
        .contains("processes, network, files, users", "bubblewrap is not installed");
    assertThat(SandboxFact.of(Sandbox.REQUIRED, NONE).usable()).isFalse();
    assertThat(SandboxFact.of(Sandbox.OFF, NONE).fix()).contains("preferred");
  }
}

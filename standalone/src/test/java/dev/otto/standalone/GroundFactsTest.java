package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import org.junit.jupiter.api.Test;

class GroundFactsTest {
  @Test
  void git_and_disk_are_judged() {
    assertThat(GroundFacts.git("").health()).isEqualTo(Health.ABSENT);
    assertThat(GroundFacts.git("git version 2.37.9").health()).isEqualTo(Health.BROKEN);
    assertThat(GroundFacts.git("git version 2.38.0"))
        .isEqualTo(new Fact("git", Health.OK, "git is 2.38.0.", ""));
    assertThat(GroundFacts.git("git version 3.1.0").health()).isEqualTo(Health.OK);
    assertThat(GroundFacts.disk(100L << 20).health()).isEqualTo(Health.BROKEN);
    assertThat(GroundFacts.disk(3L << 30).health()).isEqualTo(Health.WARNING);
    assertThat(GroundFacts.disk(30L << 30).health()).isEqualTo(Health.OK);
  }
}

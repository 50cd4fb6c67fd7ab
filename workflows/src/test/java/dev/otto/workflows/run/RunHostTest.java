package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.HostId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunState;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run is pinned to the host that holds its clone; as long as that is away, the run says so.
@Tag("slow")
@Timeout(180)
class RunHostTest {
  private static final HostId AWAY = new HostId("host-away");

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_run_whose_host_is_away_says_so_and_goes_on_by_itself_when_it_comes() {
    var run = engine.run(AWAY);

    run.starts().isHeld();

    assertThat(run.run().state())
        .isEqualTo(
            new RunState.Paused(
                "its host host-away does not answer; the run goes on when it is back"));
    var host = engine.comes(AWAY);
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(run.words()).containsOnlyOnce("held", "resumed");
    host.shutdownNow();
  }

  @Test
  void a_host_that_goes_under_an_agent_is_waited_for_and_the_agents_work_is_done_again() {
    var run = engine.run(AWAY);
    var host = engine.comes(AWAY);
    run.world().isSlow("build a");
    run.starts().calls("build a");

    host.shutdownNow();
    host.awaitTermination(10, TimeUnit.SECONDS);

    run.isHeld();
    assertThat(run.run().hold().orElseThrow().why()).startsWith("its host host-away");
    run.world().isQuick("build a, try 2");
    var back = engine.comes(AWAY);
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    back.shutdownNow();
  }

  @Test
  void a_run_that_was_taken_over_while_it_waited_for_its_host_still_goes_on_by_itself() {
    var run = engine.run(AWAY);
    run.starts().isHeld();

    run.starts();
    var host = engine.comes(AWAY);

    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    host.shutdownNow();
  }
}

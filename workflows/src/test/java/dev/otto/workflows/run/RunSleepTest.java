package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run on a machine that slept.
@Timeout(60)
class RunSleepTest {
  private static final long AN_HOUR = Duration.ofHours(1).toMillis();

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void the_sleep_is_part_of_its_story_and_not_of_its_time() throws Exception {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    run.stub().signal("slept", new RunWorkflow.Slept(AN_HOUR));

    run.until(_ -> run.words().contains("slept"));
    assertThat(run.events()).contains(new RunEvent.Slept(AN_HOUR));
    assertThat(afterItsSleep(run).time().millis()).isZero();
    run.world().isQuick("build a");
    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    engine.replay(run);
  }

  /// The run as it stood when it was told.
  private static Run afterItsSleep(TestRun told) {
    var log = told.store().log();
    var run =
        Run.created(told.id(), (RunEvent.Created) log.getFirst().event(), log.getFirst().at());
    for (var entry : log.subList(1, log.size())) {
      run = run.after(entry.event(), entry.at());
      if (entry.event() instanceof RunEvent.Slept) {
        return run;
      }
    }
    return run;
  }

  @Test
  void a_run_that_stands_still_is_told_too_and_stays_as_it_is() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");
    run.obeys(TestRun.pause(false));
    run.isHeld();
    var worked = run.run().time();

    run.stub().signal("slept", new RunWorkflow.Slept(AN_HOUR));

    run.until(_ -> run.words().contains("slept"));
    assertThat(run.run().time()).isEqualTo(worked);
    run.world().isQuick("build a");
    run.obeys(TestRun.resume());
    run.ends();
  }
}

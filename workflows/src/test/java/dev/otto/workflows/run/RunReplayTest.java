package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunState;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a history says can be carried out again, decision for decision.
@Timeout(60)
class RunReplayTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_repaired_run() throws Exception {
    replayed(engine.run().starts());
  }

  @Test
  void a_run_that_was_paused_at_once() throws Exception {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");
    run.obeys(TestRun.pause(true));
    run.until(one -> one.state() instanceof RunState.Paused);
    run.obeys(TestRun.resume());

    replayed(run);
  }

  @Test
  void a_run_with_an_aborted_group_and_a_hand_that_failed() throws Exception {
    var run = engine.run();
    run.world().isSlow("build a");
    run.world().fails("stop", () -> ApplicationFailure.newNonRetryableFailure("stuck", "Bug"));
    run.starts().calls("build a");
    run.obeys(new RunCommand.AbortGroup("ada", new GroupId("a"), Optional.empty()));
    run.isHeld();
    run.world().works("stop");
    run.obeys(TestRun.resume());

    replayed(run);
  }

  @Test
  void an_aborted_run() throws Exception {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");
    run.obeys(TestRun.abort());

    replayed(run);
  }

  @Test
  void a_recovered_run() throws Exception {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a").until(one -> one.calls().open().size() == 1);
    run.world().isQuick("build a");

    replayed(run.starts());
  }

  private void replayed(TestRun run) throws Exception {
    run.ends().over();
    engine.replay(run);
  }
}

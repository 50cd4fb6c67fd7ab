package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.group.Standing;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run that is carried on from any of its checkpoints ends as if nothing had happened.
@Tag("slow")
@Timeout(120)
class RunPrefixTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_start_after_any_event_of_a_happy_run_ends_the_same() {
    var happy = engine.run().starts().ends();

    endTheSame(happy);
  }

  @Test
  void a_start_after_any_event_of_a_run_with_a_pause_and_lost_calls_ends_the_same() {
    var paused = engine.run();
    paused.world().isSlow("build a");
    paused.world().isSlow("build c");
    paused.starts().calls("build a").calls("build c");
    paused.obeys(TestRun.pause(true));
    paused.until(run -> run.state() instanceof RunState.Paused);
    paused.obeys(TestRun.resume());
    paused.ends();

    endTheSame(paused);
  }

  @Test
  void a_start_after_any_event_of_a_run_with_an_aborted_group_ends_the_same() {
    var cut = engine.run();
    cut.world().isSlow("build a");
    cut.starts().calls("build a");
    cut.obeys(new RunCommand.AbortGroup("ada", new GroupId("a"), Optional.empty()));
    cut.until(
        run -> run.group(new GroupId("a")).orElseThrow().standing() instanceof Standing.Aborted);
    cut.ends();

    endTheSame(cut);
  }

  @Test
  void a_start_after_any_event_of_an_aborted_run_ends_the_same() {
    var aborted = engine.run();
    aborted.world().isSlow("build a");
    aborted.starts().calls("build a");
    aborted.obeys(TestRun.abort());
    aborted.ends();

    endTheSame(aborted);
  }

  /// Starts a run after every event of the log, all side by side. What a person asked for later in
  /// the log, a person asks for again.
  private void endTheSame(TestRun whole) {
    var log = whole.store().log();
    var runs = new ArrayList<TestRun>();
    for (int k = 1; k < log.size(); k++) {
      runs.add(engine.run(log.subList(0, k)));
    }
    runs.forEach(TestRun::starts);
    for (int k = 1; k < log.size(); k++) {
      var run = runs.get(k - 1);
      if (asked(log.subList(k, log.size()))) {
        continue;
      }
      if (run.run().hold().isPresent()) {
        run.obeys(TestRun.resume());
      }
      run.ends();
      assertThat(QuickWorld.shape(run.run()))
          .as("after %d", k)
          .isEqualTo(QuickWorld.shape(whole.run()));
    }
  }

  /// Whether an abort was still to come, without which the run ends otherwise.
  private static boolean asked(List<RunEntry> rest) {
    return rest.stream().anyMatch(entry -> entry.event().word().contains("abort-requested"));
  }
}

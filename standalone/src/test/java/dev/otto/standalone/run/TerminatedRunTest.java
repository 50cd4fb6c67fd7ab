package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunState;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Runs;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs whose workflow a person ended in the engine's own page: Otto takes it as their word, and
/// holds the run until they want something of it.
@Tag("slow")
class TerminatedRunTest {
  @TempDir Path folder;

  @Test
  void a_run_whose_workflow_was_terminated_stands_still_without_a_process_and_goes_on_when_asked() {
    try (var house = new House(folder.resolve("home"))) {
      var run = calling(house);
      var agent = agent(house, run);

      workflow(house, run).terminate("I want to look at it");

      house.until(run, one -> one.state() instanceof RunState.Paused);
      assertThat(house.run(run).state())
          .isEqualTo(new RunState.Paused("its workflow was terminated in the engine"));
      assertThat(house.run(run).calls().open()).isEmpty();
      await().atMost(Duration.ofSeconds(30)).until(() -> !agent.isAlive());

      var _ = house.obeys(run, new RunCommand.Resume("ada", Optional.of("go-on")));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(words(house, run)).containsOnlyOnce("held", "resumed");
    }
  }

  @Test
  void a_run_whose_workflow_was_cancelled_stands_still_and_can_be_aborted() {
    try (var house = new House(folder.resolve("home"))) {
      var run = calling(house);
      var agent = agent(house, run);

      workflow(house, run).cancel("not this one");

      house.until(run, one -> one.state() instanceof RunState.Paused);
      assertThat(house.run(run).state())
          .isEqualTo(new RunState.Paused("its workflow was cancelled in the engine"));
      await().atMost(Duration.ofSeconds(30)).until(() -> !agent.isAlive());

      var _ = house.obeys(run, new RunCommand.Abort("ada", "enough", Optional.of("enough")));

      assertThat(house.ends(run).state())
          .isEqualTo(new RunState.Ended(Verdict.ABORTED, "aborted by ada: enough"));
    }
  }

  @Test
  void a_held_run_stays_held_when_otto_comes_up_again_and_still_obeys() {
    try (var house = new House(folder.resolve("home"))) {
      var run = calling(house);
      workflow(house, run).terminate("for the night");
      house.until(run, one -> one.state() instanceof RunState.Paused);
      var told = words(house, run);

      house.goesDown();
      house.comesUp(new dev.otto.standalone.engine.EngineChoice.InProcess());

      assertThat(words(house, run)).isEqualTo(told);
      var _ = house.obeys(run, new RunCommand.Resume("ada", Optional.of("go-on")));
      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  @Test
  void a_run_that_no_engine_can_take_says_so_once_and_is_not_tried_for_ever() {
    try (var house = new House(folder.resolve("home"))) {
      var part = Part.in(folder.resolve("part"));
      var noise = new byte[1_200_000];
      new Random(7).nextBytes(noise);
      var settings = WholeRunTest.Sample.playing(Path.of("/" + HexFormat.of().formatHex(noise)));

      var run = house.ask(part.repository(), "a thing", settings);

      var held = house.until(run, one -> one.state() instanceof RunState.Paused);
      assertThat(((RunState.Paused) held.state()).why())
          .contains("is too big for the engine", "of at most 1024")
          .endsWith("Start a new run with fewer groups.");
      var epoch = epoch(house, run);
      await().pollDelay(Duration.ofSeconds(3)).until(() -> epoch(house, run) == epoch);
      assertThat(words(house, run)).containsExactly("created", "held");
    }
  }

  private static long epoch(House house, RunId run) {
    return house.jdbi().withExtension(Runs.class, runs -> runs.epoch(run.value())).orElseThrow();
  }

  /// A run whose agent works and will not be done soon.
  private RunId calling(House house) {
    var part = Part.in(folder.resolve("part"));
    var run = house.ask(part.repository(), "a thing", part.settings());
    await().atMost(Duration.ofSeconds(60)).until(() -> process(house, run).isPresent());
    return run;
  }

  private static ProcessHandle agent(House house, RunId run) {
    return process(house, run).orElseThrow();
  }

  private static Optional<ProcessHandle> process(House house, RunId run) {
    return house.jdbi().withExtension(CallRows.class, rows -> rows.ofRun(run.value())).stream()
        .filter(row -> "a".equals(row.grp()))
        .flatMap(row -> row.running().stream())
        .flatMap(running -> ProcessHandle.of(running.pid()).stream())
        .findFirst();
  }

  private static WorkflowStub workflow(House house, RunId run) {
    return house.hands().client().newUntypedWorkflowStub(RunWorkflow.idOf(run));
  }

  private static List<String> words(House house, RunId run) {
    return house.log(run).stream().map(row -> row.type()).toList();
  }
}

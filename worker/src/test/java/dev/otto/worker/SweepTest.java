package dev.otto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.Sample;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.SampleDatabase;
import dev.otto.store.announce.Announcements;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Runs;
import dev.otto.workflows.payload.Payloads;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs that have a workflow, lose it, and get another one. Nobody carries these workflows on.
class SweepTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final SampleDatabase database = SampleDatabase.fresh();
  private final TestWorkflowEnvironment engine =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Announcements announcements =
      Announcements.of(database.url(), SampleDatabase.USER, SampleDatabase.PASSWORD);
  private final Sweep sweep =
      new Sweep(
          database.jdbi(),
          new RunStarts(database.jdbi(), engine.getWorkflowClient(), "nobody", _ -> {}),
          announcements,
          Clock.systemUTC());

  @BeforeEach
  void aRun() {
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.attach(Projects.class).add(Sample.PROJECT.value(), "/home/ada/shop");
          var created =
              new RunEvent.Created(
                  Sample.PROJECT,
                  Sample.digest("an intent"),
                  "a thing",
                  Sample.HOST,
                  RunSettings.of("scripted"));
          new Checkpoints(database.jdbi()).create(handle, Sample.RUN, created, Sample.NOON);
        });
    sweep.begin();
  }

  @AfterEach
  void close() {
    sweep.close();
    announcements.close();
    engine.close();
    database.close();
  }

  @Test
  void a_new_run_is_started() {
    started(1);
  }

  @Test
  void a_run_that_the_engine_cannot_carry_on_is_started_again() {
    var execution = started(1);

    sweep.stuck(execution);

    assertThat(started(2)).isNotEqualTo(execution);
    assertThat(run().hold()).isEmpty();
  }

  @Test
  void a_run_that_is_stuck_again_and_again_at_one_place_is_held() {
    sweep.stuck(started(1));
    sweep.stuck(started(2));
    sweep.stuck(started(3));

    await().atMost(LONG).until(() -> run().hold().isPresent());
    assertThat(run().hold().orElseThrow().why())
        .isEqualTo("its workflow ended 3 times at the same place");
  }

  @Test
  void a_run_that_was_started_anew_meanwhile_is_left_alone() {
    var execution = started(1);
    sweep.stuck(execution);
    var next = started(2);

    sweep.stuck(execution);

    await().pollDelay(Duration.ofMillis(500)).until(() -> open().execution() != null);
    assertThat(open().execution()).isEqualTo(next);
  }

  @Test
  void a_held_run_is_started_when_somebody_wants_something_of_it() {
    started(1);
    engine
        .getWorkflowClient()
        .newUntypedWorkflowStub(RunWorkflow.idOf(Sample.RUN))
        .terminate("a person");
    await().atMost(LONG).until(() -> run().hold().isPresent());

    new Checkpoints(database.jdbi()).wanted(Sample.RUN);

    started(3);
  }

  /// The execution of this epoch, as soon as there is one.
  private String started(long epoch) {
    await().atMost(LONG).until(() -> open().epoch() == epoch && open().execution() != null);
    return Optional.ofNullable(open().execution()).orElseThrow();
  }

  private Runs.Open open() {
    return database.jdbi().withExtension(Runs.class, Runs::open).getFirst();
  }

  private Run run() {
    return database
        .jdbi()
        .withExtension(Runs.class, runs -> runs.named(Sample.RUN.value()))
        .orElseThrow()
        .state();
  }
}

package dev.otto.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.Sample;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.SampleDatabase;
import dev.otto.store.command.Commands;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the one transaction of a run lets in, and what it keeps out.
class CheckpointsTest {
  private final SampleDatabase database = SampleDatabase.fresh();
  private final Checkpoints checkpoints = new Checkpoints(database.jdbi());

  @BeforeEach
  void aProject() {
    database
        .jdbi()
        .useExtension(Projects.class, all -> all.add(Sample.PROJECT.value(), "/home/ada/shop"));
    created(Sample.RUN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_new_run_is_its_first_event_and_its_state_in_epoch_0() {
    assertThat(row().epoch()).isZero();
    assertThat(row().seq()).isEqualTo(1);
    assertThat(types()).containsExactly("created");
    assertThat(row().state().intent()).isEqualTo(Sample.digest("an intent"));
  }

  @Test
  void taking_a_run_raises_its_epoch_and_gives_its_state() {
    var taken = checkpoints.take(Sample.RUN);

    assertThat(taken.lease()).isEqualTo(new Lease(Sample.RUN, 1));
    assertThat(taken.run()).isEqualTo(row().state());
  }

  @Test
  void events_are_stored_with_the_state_they_lead_to() {
    var lease = checkpoints.take(Sample.RUN).lease();

    var recorded = checkpoints.record(lease, 2, List.of(paused("ada"), resumed("ada")));

    assertThat(recorded).isEqualTo(new Recording.Stored(3));
    assertThat(types()).containsExactly("created", "pause-requested", "resumed");
    assertThat(row().state().hold()).isEmpty();
    assertThat(row().state().seq()).isEqualTo(3);
  }

  @Test
  void an_older_epoch_records_nothing() {
    var old = checkpoints.take(Sample.RUN).lease();
    checkpoints.take(Sample.RUN);

    assertThat(checkpoints.record(old, 2, List.of(paused("ada"))))
        .isEqualTo(new Recording.Superseded(2));
    assertThat(types()).containsExactly("created");
  }

  @Test
  void what_is_stored_already_may_be_said_again_and_the_rest_is_appended() {
    var lease = checkpoints.take(Sample.RUN).lease();
    checkpoints.record(lease, 2, List.of(paused("ada")));

    var again = checkpoints.record(lease, 2, List.of(paused("ada"), resumed("ada")));

    assertThat(again).isEqualTo(new Recording.Stored(3));
    assertThat(types()).containsExactly("created", "pause-requested", "resumed");
  }

  @Test
  void a_late_repetition_of_old_events_changes_nothing() {
    var lease = checkpoints.take(Sample.RUN).lease();
    checkpoints.record(lease, 2, List.of(paused("ada"), resumed("ada")));

    assertThat(checkpoints.record(lease, 2, List.of(paused("ada"))))
        .isEqualTo(new Recording.Stored(3));
    assertThat(row().seq()).isEqualTo(3);
  }

  @Test
  void another_event_at_a_stored_place_is_a_divergence() {
    var lease = checkpoints.take(Sample.RUN).lease();
    checkpoints.record(lease, 2, List.of(paused("ada")));

    assertThat(checkpoints.record(lease, 2, List.of(paused("grace"))))
        .isInstanceOf(Recording.Diverged.class);
    assertThat(types()).containsExactly("created", "pause-requested");
  }

  @Test
  void a_run_that_is_held_is_started_by_nobody_until_it_is_wanted() {
    var old = checkpoints.take(Sample.RUN).lease();

    checkpoints.hold(Sample.RUN, _ -> List.of(paused("ada")));

    assertThat(execution()).isEqualTo(Runs.NONE);
    assertThat(types()).containsExactly("created", "pause-requested");
    assertThat(checkpoints.record(old, 3, List.of(resumed("ada"))))
        .isEqualTo(new Recording.Superseded(2));

    checkpoints.wanted(Sample.RUN);

    assertThat(execution()).isNull();
  }

  @Test
  void wanting_something_of_a_run_that_has_a_workflow_changes_nothing() {
    var lease = checkpoints.take(Sample.RUN).lease();
    database
        .jdbi()
        .useExtension(Runs.class, runs -> runs.executes(Sample.RUN.value(), lease.epoch(), "x"));

    checkpoints.wanted(Sample.RUN);

    assertThat(execution()).isEqualTo("x");
  }

  @Test
  void a_hole_in_the_log_is_a_divergence() {
    var lease = checkpoints.take(Sample.RUN).lease();

    assertThat(checkpoints.record(lease, 3, List.of(paused("ada"))))
        .isInstanceOf(Recording.Diverged.class);
    assertThat(types()).containsExactly("created");
  }

  @Test
  void an_event_that_the_state_refuses_leaves_nothing_of_its_batch() {
    var lease = checkpoints.take(Sample.RUN).lease();
    var impossible = new RunEntry(created("again"), Sample.NOON);

    assertThatThrownBy(() -> checkpoints.record(lease, 2, List.of(paused("ada"), impossible)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(types()).containsExactly("created");
  }

  @Test
  void the_command_that_caused_an_event_is_answered_with_it() {
    database
        .jdbi()
        .useExtension(Commands.class, all -> all.add("key-1", "digest", Sample.RUN.value()));
    var lease = checkpoints.take(Sample.RUN).lease();

    checkpoints.record(
        lease,
        2,
        List.of(
            new RunEntry(
                new RunEvent.PauseRequested("ada", false, Optional.of("key-1")), Sample.NOON)));

    var answered = database.jdbi().withExtension(Commands.class, all -> all.named("key-1"));
    assertThat(answered.orElseThrow().seq()).isEqualTo(2);
  }

  @Test
  void ids_are_in_the_order_of_commits_whoever_records() {
    var seen = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= 8; number++) {
        var run = new RunId("2026-11-21-120000-00000" + number);
        created(run);
        threads.execute(() -> pauseAndResume(run, 20));
      }
      while (seen.size() < 8 * 41) {
        read(seen);
      }
    }

    assertThat(seen).isSorted().doesNotHaveDuplicates();
  }

  /// Reads as the stream does: only what is newer than the newest it has seen.
  private void read(List<Long> seen) {
    var newest = seen.isEmpty() ? 1L : seen.getLast();
    database.jdbi().withExtension(Events.class, events -> events.after(newest, null, 500)).stream()
        .map(Events.Row::id)
        .forEach(seen::add);
  }

  private void pauseAndResume(RunId run, int times) {
    var lease = checkpoints.take(run).lease();
    for (int time = 0; time < times; time++) {
      checkpoints.record(lease, 2 + 2 * time, List.of(paused("ada")));
      checkpoints.record(lease, 3 + 2 * time, List.of(resumed("ada")));
    }
  }

  private void created(RunId run) {
    database
        .jdbi()
        .useTransaction(handle -> checkpoints.create(handle, run, created("a thing"), Sample.NOON));
  }

  private static RunEvent.Created created(String title) {
    return new RunEvent.Created(
        Sample.PROJECT, Sample.digest("an intent"), title, Sample.HOST, RunSettings.of("scripted"));
  }

  private static RunEntry paused(String by) {
    return new RunEntry(new RunEvent.PauseRequested(by, false, Optional.empty()), Sample.NOON);
  }

  private static RunEntry resumed(String by) {
    return new RunEntry(new RunEvent.Resumed(by, Optional.empty()), Sample.NOON);
  }

  private @Nullable String execution() {
    return database.jdbi().withExtension(Runs.class, Runs::open).getFirst().execution();
  }

  private Runs.Row row() {
    return database
        .jdbi()
        .withExtension(Runs.class, runs -> runs.named(Sample.RUN.value()))
        .orElseThrow();
  }

  private List<String> types() {
    return database
        .jdbi()
        .withExtension(Events.class, events -> events.ofRun(Sample.RUN.value(), 1))
        .stream()
        .map(Events.Row::type)
        .toList();
  }
}

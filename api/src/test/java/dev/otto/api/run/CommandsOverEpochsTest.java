package dev.otto.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.otto.api.part.Engine;
import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.api.sample.SampleOtto;
import dev.otto.model.Lease;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunStory;
import dev.otto.model.run.RunView;
import dev.otto.store.command.Commands;
import dev.otto.store.run.Checkpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command is on its way when the epoch of its run ends: it is obeyed once, or not and said so.
class CommandsOverEpochsTest {
  private static final Duration BRIEF = Duration.ofMillis(800);
  private static SampleOtto otto;

  private RunId run;
  private RunCommand pause;
  private IdempotencyKey key;

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @BeforeEach
  void tell() {
    run = otto.tell(RunStory.building("greeter"));
    key = IdempotencyKey.of("pause-" + run, "pause", "{}");
    pause = new RunCommand.Pause("ada", false, Optional.of(key.text()));
  }

  @Test
  void a_command_to_a_run_that_nobody_carries_yet_is_obeyed_when_somebody_does() {
    var answer = asked(Duration.ofSeconds(20));
    awaitAsked();

    otto.engine.carry(run);

    assertThat(answered(answer).state()).isEqualTo("paused");
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  @Test
  void a_command_whose_epoch_ended_before_it_was_stored_is_sent_to_the_next() {
    otto.engine.carry(run);
    otto.checkpoints.take(run); // a newer epoch, whose workflow is not there yet
    var answer = asked(Duration.ofSeconds(20));
    awaitAsked();
    assertThat(answer).isNotDone();

    otto.engine.carry(run);

    assertThat(answered(answer).state()).isEqualTo("paused");
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  @Test
  void a_command_that_was_stored_is_answered_although_its_answer_was_lost() {
    var answer = asked(Duration.ofSeconds(20));
    awaitAsked();

    var stored = otto.checkpoints.record(new Lease(run, 0), nextSeq(), entries());

    assertThat(stored).isInstanceOf(Checkpoints.Recording.Stored.class);
    assertThat(answered(answer).state()).isEqualTo("paused");
  }

  @Test
  void a_command_that_the_run_can_no_longer_obey_is_refused_with_what_happened() {
    var answer = asked(Duration.ofSeconds(20));
    awaitAsked();

    var abort = new RunCommand.Abort("bob", "", Optional.empty());
    otto.checkpoints.record(
        new Lease(run, 0), nextSeq(), List.of(new RunEntry(abort.event(), Instant.now())));

    assertThatThrownBy(() -> answered(answer)).hasMessageContaining("is ending");
  }

  @Test
  void a_command_that_nobody_obeys_is_answered_after_a_while_and_may_be_sent_again() {
    assertThatThrownBy(() -> commands(BRIEF).obeyed(run, pause, key))
        .isInstanceOf(Refusal.Refused.class)
        .hasMessageContaining("has not obeyed yet");

    otto.engine.carry(run);

    assertThat(commands(Duration.ofSeconds(10)).obeyed(run, pause, key).state())
        .isEqualTo("paused");
    assertThat(otto.words(run)).containsOnlyOnce("pause-requested");
  }

  @Test
  void while_the_engine_is_starting_nothing_is_kept() {
    var store = new Store(new Late<>("database", () -> Optional.of(otto.database.jdbi())));
    var starting = new Engine(new Late<>("engine", Optional::empty), "none");
    var commands =
        new RunCommands(
            starting,
            new CommandRows(store),
            new RunViews(store, otto.contents),
            RunCommands.Waiting.OF_A_PERSON);

    assertThatThrownBy(() -> commands.obeyed(run, pause, key))
        .hasMessage("Otto is starting: the engine is not ready yet.");
    assertThat(row()).isEmpty();
  }

  private CompletableFuture<RunView> asked(Duration patience) {
    return CompletableFuture.supplyAsync(() -> commands(patience).obeyed(run, pause, key));
  }

  private static RunCommands commands(Duration patience) {
    var store = new Store(new Late<>("database", () -> Optional.of(otto.database.jdbi())));
    return new RunCommands(
        new Engine(
            new Late<>("engine", () -> Optional.of(otto.engine.client())), otto.engine.queue()),
        new CommandRows(store),
        new RunViews(store, otto.contents),
        new RunCommands.Waiting(Duration.ofSeconds(2), patience, Duration.ofMillis(50)));
  }

  private void awaitAsked() {
    await().atMost(Duration.ofSeconds(10)).until(() -> row().isPresent());
  }

  private Optional<Commands.Row> row() {
    return otto.database.jdbi().withExtension(Commands.class, rows -> rows.named(key.text()));
  }

  private List<RunEntry> entries() {
    return List.of(new RunEntry(pause.event(), Instant.now()));
  }

  private long nextSeq() {
    return otto.words(run).size() + 1L;
  }

  private static RunView answered(CompletableFuture<RunView> answer) {
    try {
      return answer.get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}

package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run whose account is at a limit: it waits without asking, and goes on by itself.
@Timeout(120)
class RunAccountTest {
  private static final Duration A_WHILE = Duration.ofMillis(500);

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void no_call_is_made_before_the_moment_and_then_the_same_one_goes_on() throws Exception {
    var run = engine.run();
    var until = Instant.now().plusSeconds(4);
    run.world().isLimited(until);

    run.starts().until(RunAccountTest::waits);
    assertThat(run.world().calls()).containsExactly("spec");
    run.ends();

    var goesOn = run.store().log().stream().filter(one -> goesOn(one.event())).toList();
    assertThat(goesOn).hasSize(1).allMatch(entry -> !entry.at().isBefore(until.minusMillis(1)));
    assertThat(run.world().calls()).filteredOn("spec"::equals).hasSize(2);
    assertThat(run.world().calls()).noneMatch(words -> words.contains("try"));
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    engine.replay(run);
  }

  @Test
  void calls_that_move_to_another_provider_are_made_there_and_the_run_is_as_any_other()
      throws Exception {
    var run = engine.run();
    run.world().isServedBy("codex");

    run.starts().ends();

    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(run.store().log().stream().filter(one -> moved(one.event()))).isNotEmpty();
    assertThat(run.store().log())
        .extracting(entry -> entry.event())
        .filteredOn(RunAccountTest::answered)
        .isNotEmpty()
        .allMatch(event -> event.toString().contains("-2-codex"));
    assertThat(run.run().calls().unended()).isEmpty();
    engine.replay(run);
  }

  private static boolean moved(RunEvent event) {
    return event instanceof RunEvent.OfCall(CallEvent.Moved _);
  }

  private static boolean answered(RunEvent event) {
    return event instanceof RunEvent.OfCall(CallEvent.Answered _);
  }

  @Test
  void a_person_who_resumes_it_has_the_account_asked_at_once() {
    var run = engine.run();
    run.world().isLimited(Instant.now().plusSeconds(3600));
    run.starts().until(RunAccountTest::waits);

    run.obeys(TestRun.resume());

    run.until(one -> one.compilation().revision().isPresent());
    assertThat(run.world().calls()).startsWith("spec", "spec");
    run.obeys(TestRun.abort());
    run.ends();
  }

  @Test
  void a_new_epoch_waits_on_for_the_same_moment_without_asking() {
    var run = engine.run();
    run.world().isLimited(Instant.now().plusSeconds(6));
    run.starts().until(RunAccountTest::waits);
    var before = run.run().state();

    run.starts().until(_ -> run.words().contains("recovered"));
    await().during(A_WHILE).until(() -> run.run().state().equals(before));
    assertThat(run.world().calls()).containsExactly("spec");

    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_pause_outlasts_the_limit() {
    var run = engine.run();
    run.world().isLimited(Instant.now().plusSeconds(2));
    run.starts().until(RunAccountTest::waits);

    run.obeys(TestRun.pause(false));
    assertThat(run.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
    await().during(Duration.ofSeconds(3)).until(() -> run.world().calls().size() == 1);
    run.obeys(TestRun.resume());

    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void an_abort_ends_the_wait() {
    var run = engine.run();
    run.world().isLimited(Instant.now().plusSeconds(3600));
    run.starts().until(RunAccountTest::waits);

    run.obeys(TestRun.abort());

    run.ends();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
  }

  private static boolean waits(Run run) {
    return run.state() instanceof RunState.Limited;
  }

  private static boolean goesOn(RunEvent event) {
    return event instanceof RunEvent.OfCall(CallEvent.GoesOn _);
  }
}

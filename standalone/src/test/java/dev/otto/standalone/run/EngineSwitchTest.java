package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.TestTools;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.DefaultDataConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checkpoint is the truth of a run, and any engine carries it on.
@Tag("slow")
class EngineSwitchTest {
  private static final Parts PARTS = Parts.of("waiting", "quick").with("after", "waiting");

  @TempDir static Path folder;
  private static EngineChoice devServer;
  private static Repository repository;
  private static House house;

  @BeforeAll
  static void open() {
    devServer = new EngineChoice.DevServer(Optional.of(TestTools.temporal()));
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    house = new House(folder.resolve("home"));
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void a_run_goes_from_one_engine_to_another_and_back_with_one_writer_at_a_time() {
    var undisturbed = house.ask(repository, Wish.playing("parts").building(PARTS));
    house.begins(undisturbed, "waiting");
    house.letsGo(undisturbed, "waiting");
    assertThat(verdict(undisturbed)).isEqualTo(Verdict.PASSED);

    var run = house.ask(repository, Wish.playing("parts").building(PARTS));
    house.begins(run, "waiting");
    house.goesDown();
    house.comesUp(devServer);
    house.until(run, _ -> isCalledAgain(run, 2));
    house.goesDown();
    house.comesUp();
    house.until(run, _ -> isCalledAgain(run, 3));
    house.letsGo(run, "waiting");

    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);
    assertThat(tree(run)).isEqualTo(tree(undisturbed));
    assertThat(epochs(run)).containsExactly(2L, 3L);
    assertThat(house.log(run))
        .extracting(row -> row.seq())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, house.run(run).seq()).boxed().toList());
  }

  @Test
  void in_temporals_page_a_run_is_one_workflow_that_tells_what_it_does_and_waits_for() {
    house.goesDown();
    house.comesUp(devServer);
    var run =
        house.ask(repository, Wish.playing("parts").building("quick").withReview().within(3_600));
    var gate = house.until(run, one -> one.state() instanceof RunState.Waiting).state();
    var _ = house.obeys(run, Ada.approves(((RunState.Waiting) gate).spec()));
    assertThat(verdict(run)).isEqualTo(Verdict.PASSED);

    assertThat(summaries(run))
        .contains(
            "clone",
            "read the spec",
            "review gate",
            "time budget",
            "build quick",
            "check quick",
            "merge quick",
            "audit, round 1",
            "proof");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(executions(run)).isEqualTo(1));
  }

  private static Verdict verdict(RunId run) {
    return house.ends(run).ended().orElseThrow().verdict();
  }

  private static String tree(RunId run) {
    return repository.git("rev-parse", "otto/%s^{tree}".formatted(run));
  }

  private static boolean isCalledAgain(RunId run, int tries) {
    return house.calls(run).stream()
        .anyMatch(call -> call.tries() == tries && call.running().isPresent());
  }

  private static List<Long> epochs(RunId run) {
    return house.log(run).stream()
        .flatMap(row ->
            row.body() instanceof RunEvent.Recovered(var epoch)
                ? Stream.of(epoch)
                : Stream.<Long>empty())
        .toList();
  }

  /// What the history of the run says for people, in its order.
  private static List<String> summaries(RunId run) {
    return house.hands().client().fetchHistory(RunWorkflow.idOf(run)).getEvents().stream()
        .filter(event -> event.getUserMetadata().hasSummary())
        .map(EngineSwitchTest::summary)
        .toList();
  }

  private static String summary(HistoryEvent event) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
        event.getUserMetadata().getSummary(), String.class, String.class);
  }

  private static long executions(RunId run) {
    return house
        .hands()
        .client()
        .listExecutions("WorkflowId = '%s'".formatted(RunWorkflow.idOf(run)))
        .count();
  }
}

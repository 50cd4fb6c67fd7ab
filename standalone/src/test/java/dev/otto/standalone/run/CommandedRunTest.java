package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.GroupId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.Group;
import dev.otto.model.group.Standing;
import dev.otto.model.run.RunCommand;
import dev.otto.store.call.CallRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that come just when an agent ends: whichever is first, a person is obeyed while they
/// wait.
@Tag("slow")
class CommandedRunTest {
  private static final int RUNS = 15;
  private static final GroupId A = new GroupId("a");

  @TempDir Path folder;

  @Test
  void an_abort_or_a_pause_at_once_is_obeyed_however_near_an_agents_end_it_comes()
      throws Exception {
    var part = Part.in(folder.resolve("part")).whoseAgentLasts("0.5");
    try (var house = new House(folder.resolve("home"));
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var told = new ArrayList<Future<?>>();
      for (int number = 0; number < RUNS; number++) {
        var run = house.ask(part.repository(), "a thing", part.settings());
        var moment = Duration.ofMillis(100L * number);
        var aborts = number % 3 != 0;
        told.add(people.submit(() -> tells(house, run, moment, aborts)));
      }

      for (var one : told) {
        one.get();
      }
    }
  }

  @Test
  void a_group_that_is_aborted_while_its_candidate_is_checked_is_not_merged() {
    var part = Part.in(folder.resolve("part")).whoseAgentLasts("0.1").whoseCheckLasts("3");
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(part.repository(), "a thing", part.settings());
      house.until(run, one -> one.group(A).map(CommandedRunTest::merging).orElse(false));
      var head = house.run(run).head().orElseThrow();

      var _ = house.obeys(run, new RunCommand.AbortGroup("ada", A, Optional.of("not-this")));

      var ended = house.ends(run);
      assertThat(ended.group(A).orElseThrow().standing()).isEqualTo(new Standing.Aborted("ada"));
      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.BLOCKED);
      assertThat(house.clone(run, "rev-parse", "refs/otto/runs/%s/head".formatted(run)))
          .isEqualTo(head.hex());
    }
  }

  private static boolean merging(Group group) {
    return group.standing() instanceof Standing.Merging;
  }

  private static void tells(House house, RunId run, Duration moment, boolean aborts) {
    await().atMost(Duration.ofMinutes(3)).until(() -> works(house, run));
    await().pollDelay(moment).until(() -> true);
    try {
      if (aborts) {
        aborted(house, run);
      } else {
        pausedAndResumed(house, run);
      }
    } catch (Refusal.Refused late) {
      assertThat(late.refusal().code()).isIn("ending", "already-ended");
      house.ends(run);
    }
  }

  private static void aborted(House house, RunId run) {
    var _ = house.obeys(run, new RunCommand.Abort("ada", "enough", key(run, "abort")));
    assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.ABORTED);
  }

  private static void pausedAndResumed(House house, RunId run) {
    var _ = house.obeys(run, new RunCommand.Pause("ada", true, key(run, "pause")));
    var _ = house.obeys(run, new RunCommand.Resume("ada", key(run, "resume")));
    assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  private static Optional<String> key(RunId run, String word) {
    return Optional.of(word + "-" + run);
  }

  /// Whether the agent that builds has been started.
  private static boolean works(House house, RunId run) {
    return house.jdbi().withExtension(CallRows.class, rows -> rows.ofRun(run.value())).stream()
        .anyMatch(row -> "a".equals(row.grp()) && row.running().isPresent());
  }
}

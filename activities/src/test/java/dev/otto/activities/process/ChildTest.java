package dev.otto.activities.process;

import static dev.otto.activities.process.Playground.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path folder;
  private Playground playground;

  @BeforeEach
  void open() {
    playground = new Playground(folder);
  }

  @Test
  void a_command_ends_with_its_own_exit_code() {
    var outcome = playground.run(playground.shell("echo out; echo err >&2; exit 7"));

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(7)));
    assertThat(outcome.well()).isFalse();
    assertThat(outcome.out().file()).hasContent("out\n");
    assertThat(outcome.err().file()).hasContent("err\n");
    assertThat(outcome.alive()).isPositive();
    assertThat(outcome.startedAt()).isBeforeOrEqualTo(outcome.endedAt());
  }

  @Test
  void a_command_that_dies_by_a_signal_says_which() {
    var outcome = playground.run(playground.shell("kill -SEGV $$"));

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Signal(11)));
  }

  @Test
  void a_program_that_is_not_there_is_an_exit_code_and_not_an_exception() {
    var command = new Command(List.of("no-such-program"), Patience.of(PLENTY), Logs.in(folder));

    assertThat(playground.run(command).ending()).isEqualTo(new Ending.Exited(new Exit.Code(127)));
  }

  @Test
  void a_folder_that_is_not_there_is_trouble_of_this_host() {
    var command = playground.shell("true");
    var surroundings =
        new OpenGround(
            command.words(),
            folder.resolve("nowhere"),
            playground.surroundings(command).environment(),
            playground.marker);

    assertThatThrownBy(() ->
            Child.start(playground.starter, surroundings, command, LineListener.NOBODY, Fence.NONE))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void nothing_of_our_own_environment_is_inherited__W_20() {
    var outcome = playground.run(playground.shell("env | cut -d= -f1 | sort | tr '\\n' ' '"));

    assertThat(outcome.out().file()).content().isIn("OTTO_CELL PATH PWD ", "OTTO_CELL PATH PWD _ ");
  }

  @Test
  void standard_input_is_open_and_at_its_end__W_56() {
    var outcome =
        playground.run(playground.shell("test -e /proc/self/fd/0 && cat && echo at its end"));

    assertThat(outcome.well()).isTrue();
    assertThat(outcome.out().file()).hasContent("at its end\n");
  }

  @Test
  void the_prompt_arrives_whole_and_then_the_input_ends() {
    var prompt = "Füge ☃ hinzu\n".repeat(20_000);

    var outcome = playground.run(playground.shell("cat").withInput(prompt));

    assertThat(outcome.out().file()).hasContent(prompt);
  }

  @Test
  void a_prompt_that_nobody_reads_stops_nothing() {
    var outcome = playground.run(playground.shell("exit 3").withInput("x".repeat(1 << 20)));

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(3)));
  }

  @Test
  void lines_are_heard_while_the_command_runs() {
    var child = playground.start(playground.shell("echo first; touch said; sleep 311"));

    playground.awaitFile("said");
    await().atMost(PLENTY).until(() -> playground.lines.contains(new Line(0, "first", false)));
    child.end("heard");

    assertThat(child.outcome().ending()).isEqualTo(new Ending.Ended("heard", new Exit.Signal(15)));
  }

  @Test
  void a_listener_that_throws_ends_its_listening_and_not_the_command() {
    var heard = new AtomicInteger();
    var command = playground.shell("echo one; echo two; echo three");

    var outcome =
        Child.start(
                playground.starter,
                playground.surroundings(command),
                command,
                line -> {
                  heard.incrementAndGet();
                  throw new IllegalStateException("bad listener, on purpose");
                },
                Fence.NONE)
            .outcome();

    assertThat(outcome.out().file()).hasContent("one\ntwo\nthree\n");
    assertThat(heard).hasValue(1);
  }

  @Test
  void a_command_that_takes_too_long_is_ended() {
    var command =
        new Command(List.of("sleep", "300"), Patience.of(Duration.ofMillis(300)), Logs.in(folder));

    var outcome = playground.run(command);

    assertThat(outcome.ending())
        .isEqualTo(new Ending.TimedOut(Duration.ofMillis(300), new Exit.Signal(15)));
    assertThat(outcome.alive()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(20));
  }

  @Test
  void a_command_that_says_nothing_for_too_long_is_ended() {
    var limit = Duration.ofMillis(700);
    var command = playground.shell("for i in 1 2 3 4 5 6; do sleep 0.2; echo $i; done; sleep 300");

    var outcome =
        playground.run(
            new Command(command.words(), Patience.of(PLENTY).withSilence(limit), command.logs()));

    assertThat(outcome.ending()).isEqualTo(new Ending.FellSilent(limit, new Exit.Signal(15)));
    assertThat(outcome.out().file()).hasContent("1\n2\n3\n4\n5\n6\n");
  }

  @Test
  void a_command_of_which_somebody_hears_elsewhere_is_not_silent() {
    var limit = Duration.ofSeconds(1);
    var command = playground.shell("sleep 300");
    var child =
        playground.start(
            new Command(command.words(), Patience.of(PLENTY).withSilence(limit), command.logs()));

    for (var i = 0; i < 15; i++) {
      child.beat();
      assertThat(child.ended())
          .failsWithin(limit.dividedBy(5))
          .withThrowableOfType(TimeoutException.class);
    }

    assertThat(child.outcome().ending())
        .isEqualTo(new Ending.FellSilent(limit, new Exit.Signal(15)));
  }

  @Test
  void a_command_that_is_asked_to_end_may_tidy_up() {
    var child =
        playground.start(
            playground.shell(
                "trap 'echo tidy; exit 5' TERM; touch ready; while :; do sleep 0.05; done"));
    playground.awaitFile("ready");

    child.end("no longer wanted");

    assertThat(child.outcome().ending())
        .isEqualTo(new Ending.Ended("no longer wanted", new Exit.Code(5)));
    assertThat(child.outcome().out().file()).hasContent("tidy\n");
  }

  @Test
  void a_command_that_ignores_the_request_is_killed_after_the_grace() {
    var command = playground.shell("trap '' TERM; touch ready; while :; do sleep 1; done");
    var grace = Duration.ofMillis(400);
    var child =
        playground.start(
            new Command(command.words(), Patience.of(PLENTY).withGrace(grace), command.logs()));
    playground.awaitFile("ready");
    var asked = System.nanoTime();

    child.end("no longer wanted");

    assertThat(child.outcome().ending())
        .isEqualTo(new Ending.Ended("no longer wanted", new Exit.Signal(9)));
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(grace);
    assertThat(playground.marked()).isEmpty();
  }

  @Test
  void the_first_reason_to_end_counts_and_an_end_of_its_own_stays_one__W_05() {
    var child = playground.start(playground.shell("exit 0"));
    var outcome = child.outcome();

    child.end("too late");

    assertThat(child.outcome()).isEqualTo(outcome);
    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(0)));
  }

  @Test
  void whatever_hides_from_its_parent_is_killed_too__W_07__W_08() {
    var child =
        playground.start(
            playground.shell(
                """
                sleep 301 &
                (setsid sleep 302 &)
                setsid sh -c '(setsid sh -c "sleep 303 & sleep 304 & touch hidden; wait" &)' &
                wait; sleep 305
                """));
    playground.awaitFile("hidden");
    assertThat(playground.marked()).hasSizeGreaterThanOrEqualTo(5);

    child.end("no longer wanted");

    assertThat(child.outcome().survivors()).isEmpty();
    assertThat(playground.marked()).isEmpty();
  }

  @Test
  void what_a_command_leaves_running_ends_with_it__W_08() {
    var outcome =
        playground.run(
            playground.shell(
                "(setsid sh -c 'touch left; exec sleep 306' &); while ! test -e left; do :; done; echo done"));

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(0)));
    assertThat(outcome.out().file()).hasContent("done\n");
    assertThat(outcome.survivors()).isEmpty();
    assertThat(playground.marked()).isEmpty();
  }

  @Test
  void a_child_has_a_session_of_its_own__W_09() {
    var child = playground.start(playground.shell("touch ready; sleep 307"));
    playground.awaitFile("ready");

    var entry = ProcessTable.entry(child.identity().pid()).orElseThrow();
    assertThat(entry.session()).isEqualTo(child.identity().pid());
    assertThat(entry.group()).isEqualTo(child.identity().pid());

    child.end("seen");
    assertThat(child.outcome().survivors()).isEmpty();
  }

  @Test
  void a_waiter_that_is_interrupted_ends_the_command() throws InterruptedException {
    var child = playground.start(playground.shell("touch ready; sleep 308"));
    playground.awaitFile("ready");
    var waiter = Thread.ofVirtual().start(child::outcome);

    waiter.interrupt();
    waiter.join();

    assertThat(child.outcome().ending())
        .isEqualTo(new Ending.Ended("interrupted", new Exit.Signal(15)));
  }

  @Test
  void a_start_behind_a_fence_that_fell_does_not_happen() {
    assertThatThrownBy(() -> playground.start(playground.shell("touch started"), () -> false))
        .isInstanceOf(Superseded.class);

    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void a_fence_that_falls_while_the_start_is_under_way_ends_it_at_once() {
    var asked = new AtomicInteger();

    assertThatThrownBy(() ->
            playground.start(
                playground.shell("trap '' TERM; sleep 309; touch worked"),
                () -> asked.getAndIncrement() == 0))
        .isInstanceOf(Superseded.class);

    assertThat(asked).hasValue(2);
    assertThat(playground.marked()).isEmpty();
    assertThat(folder.resolve("worked")).doesNotExist();
  }

  @Test
  void a_fence_that_cannot_answer_any_more_ends_the_start_with_its_own_trouble() {
    var asked = new AtomicInteger();

    assertThatThrownBy(() ->
            playground.start(
                playground.shell("sleep 310"),
                () -> {
                  if (asked.getAndIncrement() == 0) {
                    return true;
                  }
                  throw new IllegalStateException("the database is gone");
                }))
        .hasMessage("the database is gone");

    assertThat(playground.marked()).isEmpty();
  }

  @Test
  void all_children_are_started_by_the_one_thread_that_stays() throws InterruptedException {
    var starters = new ConcurrentLinkedQueue<Thread>();
    var callers =
        IntStream.range(0, 8)
            .mapToObj(number ->
                Thread.ofVirtual()
                    .start(() -> {
                      var own = folder.resolve("of-" + number);
                      var command = new Command(List.of("true"), Patience.of(PLENTY), Logs.in(own));
                      var child =
                          Child.start(
                              playground.starter,
                              playground.surroundings(command),
                              command,
                              LineListener.NOBODY,
                              Fence.NONE);
                      child.outcome();
                      starters.add(child.startedBy());
                    }))
            .toList();
    for (var caller : callers) {
      caller.join();
    }

    assertThat(starters).hasSize(8);
    assertThat(starters).allMatch(playground.starter::isHand);
    assertThat(starters).noneMatch(Thread::isVirtual);
    assertThat(starters).allMatch(Thread::isAlive);
  }

  @Test
  void the_log_of_a_flood_is_cut_and_the_command_is_not_held_up() throws IOException {
    var command = playground.shell("yes 0123456789abcdef | head -c 30000000; echo the end");
    var capped =
        new Command(command.words(), Patience.of(PLENTY), Logs.in(folder).withCap(1 << 20));

    var outcome = playground.run(capped);

    assertThat(outcome.well()).isTrue();
    assertThat(Files.size(outcome.out().file())).isLessThanOrEqualTo(1 << 20);
    assertThat(outcome.out().cut()).isGreaterThan(28_000_000);
    assertThat(outcome.out().file())
        .content()
        .contains("bytes were cut here")
        .endsWith("the end\n");
    assertThat(playground.lines.getFirst()).isEqualTo(new Line(0, "0123456789abcdef", false));
    assertThat(playground.lines.getLast().text()).endsWith("the end");
  }

  @Test
  void a_flooding_process_that_got_away_fills_no_memory_and_holds_nobody_up() throws IOException {
    var escape =
        """
        (env -i setsid sh -c 'echo $$ > escaped; exec yes' &)
        while ! test -s escaped || ! test -s stdout.log; do :; done
        """;
    var command = playground.shell(escape);
    var before = usedHeap();

    var outcome =
        Child.start(
                playground.starter,
                playground.surroundings(command),
                command,
                LineListener.NOBODY,
                Fence.NONE)
            .outcome();

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(0)));
    assertThat(outcome.alive()).isLessThan(Duration.ofSeconds(20));
    assertThat(usedHeap() - before).isLessThan(20 << 20);
    var escaped = Long.parseLong(Files.readString(folder.resolve("escaped")).strip());
    await("it dies when nobody reads it").atMost(PLENTY).until(() -> ended(escaped));
  }

  private static boolean ended(long pid) {
    return ProcessIdentity.of(pid).filter(ProcessIdentity::alive).isEmpty();
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

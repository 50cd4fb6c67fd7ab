package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.Superseded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds in every Cell, with walls and without.
class CellTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void the_exit_code_of_the_command_is_that_of_the_cell(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);

    assertThat(yard.run("exit 0").ending()).isEqualTo(new Ending.Exited(new Exit.Code(0)));
    assertThat(yard.run("exit 42").ending()).isEqualTo(new Ending.Exited(new Exit.Code(42)));
    assertThat(yard.run("kill -SEGV $$").ending())
        .isEqualTo(new Ending.Exited(new Exit.Signal(11)));
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void what_works_in_a_cell_is_not_silent_though_it_says_nothing(Sandbox sandbox) throws Exception {
    var yard = new Yard(folder, sandbox);
    var limit = Duration.ofSeconds(2);
    var working =
        yard.shell("(sh -c 'i=0; while [ ! -e enough ]; do i=$((i+1)); done' & wait); sleep 300");
    var patience = Patience.of(Yard.PLENTY).withSilence(limit);
    var cell = yard.start(yard.plan(), new Command(working.words(), patience, working.logs()));

    assertThat(cell.ended())
        .as("twice the time of silence")
        .failsWithin(limit.multipliedBy(2))
        .withThrowableOfType(TimeoutException.class);
    Files.createFile(yard.worktree.resolve("enough"));

    assertThat(cell.outcome().ending()).isInstanceOf(Ending.FellSilent.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void a_program_that_is_not_there_is_exit_code_127(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);

    assertThat(yard.cells.run(yard.plan(), yard.command("no-such-program")).ending())
        .isEqualTo(new Ending.Exited(new Exit.Code(127)));
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void the_environment_is_what_the_plan_says_and_nothing_else__W_20__S_6(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var plan =
        yard.plan()
            .withEnvironment(Map.of("CI", "true", "HOME", "/elsewhere", "OTTO_CELL", "other"))
            .withSecrets(Map.of("MODEL_KEY", "hush"));

    var variables = yard.cells.run(plan, yard.command("env")).out().file();

    assertThat(Yard.text(variables).lines())
        .containsExactlyInAnyOrder(
            "CI=true",
            "HOME=" + plan.home(),
            "LANG=C.UTF-8",
            "MODEL_KEY=hush",
            "OTTO_CELL=" + yard.name,
            "PATH="
                + Yard.text(variables)
                    .lines()
                    .filter(one -> one.startsWith("PATH="))
                    .findFirst()
                    .orElseThrow()
                    .substring(5),
            "PWD=" + yard.worktree,
            "TMPDIR=" + (sandbox == Sandbox.OFF ? plan.temporary() : Path.of("/tmp/t")));
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void home_and_temporary_folder_are_there_and_can_be_used(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);

    var outcome = yard.run("echo mine > $HOME/file && mktemp && echo kept > $TMPDIR/kept");

    assertThat(outcome.well()).isTrue();
    assertThat(yard.plan().home().resolve("file")).hasContent("mine\n");
    assertThat(yard.plan().temporary().resolve("kept")).hasContent("kept\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void the_prompt_is_read_to_its_end__W_56(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);

    assertThat(Yard.text(yard.cells.run(yard.plan(), yard.command("cat")).out().file())).isEmpty();
    assertThat(
            Yard.text(
                yard.cells
                    .run(yard.plan(), yard.command("cat").withInput("Füge ☃ hinzu"))
                    .out()
                    .file()))
        .isEqualTo("Füge ☃ hinzu");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void words_reach_the_command_as_they_are__W_57__S_4(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var words = List.of("printf", "<%s>", "--help", "$(id)", "a b", "'\"", "line\nline", "");

    var outcome =
        yard.cells.run(
            yard.plan(), new Command(words, Patience.of(Yard.PLENTY), yard.command("x").logs()));

    assertThat(Yard.text(outcome.out().file()))
        .isEqualTo("<--help><$(id)><a b><'\"><line\nline><>");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void nothing_survives_a_kill_however_it_hides__W_07__W_08(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var cell =
        yard.start(
            """
            trap '' TERM
            sleep 401 &
            (setsid sleep 402 &)
            setsid sh -c '(setsid sh -c "sleep 403 & sleep 404 & touch hidden; wait" &)' &
            wait; sleep 405
            """);
    yard.awaitFile("hidden");
    assertThat(yard.marked()).hasSizeGreaterThanOrEqualTo(6);

    cell.end("no longer wanted");

    var outcome = cell.outcome();
    assertThat(outcome.survivors()).isEmpty();
    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Ended.class, ended -> assertThat(ended.reason()).isEqualTo("no longer wanted"));
    yard.assertNothingRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void what_a_command_leaves_behind_ends_with_it__W_08(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);

    var outcome =
        yard.run(
            "(setsid sh -c 'touch left; exec sleep 406' &); while ! test -e left; do :; done; exit 4");

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(4)));
    assertThat(outcome.survivors()).isEmpty();
    yard.assertNothingRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void the_command_is_asked_first_and_may_tidy_up(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var cell =
        yard.start("trap 'echo tidy; exit 5' TERM; touch ready; while :; do sleep 0.05; done");
    yard.awaitFile("ready");

    cell.end("pause");

    assertThat(cell.outcome().ending()).isEqualTo(new Ending.Ended("pause", new Exit.Code(5)));
    assertThat(cell.outcome().out().file()).hasContent("tidy\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void a_command_that_ignores_the_request_is_killed_after_the_grace(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var shell = yard.shell("trap '' TERM; touch ready; while :; do sleep 1; done");
    var patience = Patience.of(Yard.PLENTY).withGrace(Duration.ofMillis(300));
    var cell = yard.start(yard.plan(), new Command(shell.words(), patience, shell.logs()));
    yard.awaitFile("ready");
    var asked = System.nanoTime();

    cell.end("pause");

    assertThat(cell.outcome().ending()).isEqualTo(new Ending.Ended("pause", new Exit.Signal(9)));
    assertThat(Duration.ofNanos(System.nanoTime() - asked))
        .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
    yard.assertNothingRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void a_cell_that_ends_while_it_is_being_made_leaves_nothing(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    for (var round = 0; round < 20; round++) {
      var cell = yard.start("setsid sleep 407 & sleep 408");

      cell.end("at once");

      assertThat(cell.outcome().survivors()).isEmpty();
    }
    yard.assertNothingRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void a_fence_that_falls_between_question_and_start_ends_the_cell(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var asked = new AtomicInteger();
    Fence falling = () -> asked.getAndIncrement() == 0;

    assertThatThrownBy(() ->
            yard.cells.start(
                yard.plan(),
                yard.shell("trap '' TERM; sleep 409; touch worked"),
                LineListener.NOBODY,
                falling))
        .isInstanceOf(Superseded.class);

    assertThat(asked).hasValue(2);
    assertThat(yard.worktree.resolve("worked")).doesNotExist();
    yard.assertNothingRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void limits_hold(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var limits = new Limits(OptionalLong.of(99), OptionalLong.of(1 << 20), OptionalLong.empty());

    assertThat(yard.said(yard.plan().withLimits(limits), "ulimit -n; ulimit -c"))
        .isEqualTo("99\n0\n");
    assertThat(
            yard.cells
                .run(yard.plan().withLimits(limits), yard.shell("head -c 3000000 /dev/zero > big"))
                .well())
        .isFalse();
    assertThat(yard.worktree.resolve("big")).hasSize(1 << 20);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void what_a_command_says_of_its_secrets_is_neither_kept_nor_heard__S_8(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var heard = Collections.synchronizedList(new ArrayList<String>());

    var outcome =
        yard.cells
            .start(
                yard.plan().withSecrets(Map.of("MODEL_KEY", "canary-7f3a9")),
                yard.shell("echo key: $MODEL_KEY; env >&2; printf 'no end: %s' $MODEL_KEY"),
                line -> heard.add(line.text()),
                Fence.NONE)
            .outcome();

    assertThat(outcome.out().file()).hasContent("key: [secret]\nno end: [secret]");
    assertThat(outcome.err().file())
        .content()
        .contains("MODEL_KEY=[secret]")
        .doesNotContain("canary");
    assertThat(heard).containsExactly("key: [secret]", "no end: [secret]");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void secrets_are_on_no_command_line__S_8(Sandbox sandbox) {
    var yard = new Yard(folder, sandbox);
    var cell =
        yard.start(
            yard.plan().withSecrets(Map.of("MODEL_KEY", "hush-7f3a")),
            yard.shell("test ${#MODEL_KEY} -eq 9 && touch ready; sleep 410"));
    yard.awaitFile("ready");

    assertThat(yard.marked()).isNotEmpty();
    assertThat(yard.marked())
        .allSatisfy(
            pid -> assertThat(String.join(" ", Yard.commandLine(pid))).doesNotContain("hush"));

    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();
  }
}

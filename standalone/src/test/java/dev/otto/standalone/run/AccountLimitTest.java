package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.RunId;
import dev.otto.model.account.AccountId;
import dev.otto.model.account.AccountLimit;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunState;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import dev.otto.store.account.Accounts;
import dev.otto.store.call.CallRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A limit of an account holds for all runs of all projects, through anything.
@Tag("slow")
class AccountLimitTest {
  @TempDir Path folder;

  @Test
  void three_runs_of_two_projects_wait_for_one_account_and_none_asks_it_before_its_reset() {
    try (var house = new House(folder.resolve("home"))) {
      threeRunsWait(house, wish -> wish);
    }
  }

  /// By each real agent, whose service says that the window of its account is used up.
  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  @Tag("agents")
  void the_same_holds_for_real_agents(ProviderKind kind) {
    var settings = List.of(RealPrograms.settings(kind));
    try (var house =
        new House(
            folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, settings)) {
      threeRunsWait(house, wish -> wish.by(kind));
    }
  }

  private void threeRunsWait(House house, UnaryOperator<Wish> by) {
    var one = repository("one");
    var other = repository("other");
    var first = house.ask(one, by.apply(Wish.playing("accounts").building("spent")));
    house.until(first, AccountLimitTest::waits);
    var until = until(house);
    var second = house.ask(one, by.apply(Wish.playing("accounts").building("quick")));
    var third = house.ask(other, by.apply(Wish.playing("accounts").building("quick")));
    var runs = List.of(first, second, third);
    runs.forEach(run -> house.until(run, AccountLimitTest::waits));
    assertThat(runs)
        .allMatch(run -> ((RunState.Limited) house.run(run).state()).until().equals(until))
        .allMatch(run -> Living.of(run).isEmpty());

    house.goesDown();
    house.comesUp();

    assertThat(runs)
        .allSatisfy(run ->
            assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED));
    assertThat(calls(house, runs)).hasSize(4);
    assertThat(calls(house, runs).map(CallRows.Row::startedAt).skip(1))
        .allMatch(started -> !started.isBefore(until.minus(Duration.ofMillis(10))));
    assertThat(house.calls(first))
        .extracting(CallRows.Row::tries)
        .as("the call that met the limit, and its repetition")
        .containsExactly(1, 2);
    assertThat(accounts(house)).as("what is left in the way").isEmpty();
  }

  @Test
  void spent_credit_holds_the_other_runs_as_well_and_who_resumes_one_resumes_all() {
    var one = repository("one");
    try (var house = new House(folder.resolve("home"))) {
      var poor = house.ask(one, Wish.playing("accounts").building("poor"));
      var held = house.until(poor, run -> run.state() instanceof RunState.Paused);
      assertThat(held.hold().orElseThrow().why())
          .startsWith("scripted has no credit left for the account (\"Your credit balance");
      var second = house.ask(repository("other"), Wish.playing("accounts").building("quick"));
      house.until(second, run -> run.state().equals(held.state()));
      assertThat(house.calls(second)).isEmpty();

      var _ = house.obeys(poor, Ada.resumes());

      assertThat(house.ends(poor).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(house.ends(second).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(accounts(house)).isEmpty();
    }
  }

  @Test
  void who_resumes_a_run_that_waits_for_an_account_lets_all_go_on_but_those_that_were_paused() {
    try (var house = new House(folder.resolve("home"))) {
      limited(house);
      var one = repository("one");
      var runs =
          List.of(
              house.ask(one, Wish.playing("accounts").building("quick")),
              house.ask(one, Wish.playing("accounts").building("quick")),
              house.ask(repository("other"), Wish.playing("accounts").building("quick")));
      var paused = house.ask(one, Wish.playing("accounts").building("quick"));
      runs.forEach(run -> house.until(run, AccountLimitTest::waits));
      house.until(paused, AccountLimitTest::waits);
      var _ = house.obeys(paused, Ada.pauses());

      var _ = house.obeys(runs.getFirst(), Ada.resumes());

      assertThat(runs)
          .allSatisfy(run ->
              assertThat(house.ends(run).ended().orElseThrow().verdict())
                  .isEqualTo(Verdict.PASSED));
      assertThat(house.run(paused).state()).isEqualTo(new RunState.Paused("paused by ada"));
      assertThat(house.calls(paused)).isEmpty();
      assertThat(accounts(house)).isEmpty();
    }
  }

  private static void limited(House house) {
    house
        .jdbi()
        .useExtension(
            Accounts.class,
            accounts ->
                accounts.limited(
                    AccountId.of("scripted", "").toString(),
                    "scripted",
                    new AccountLimit.Until(
                        Instant.now().plus(Duration.ofHours(1)), "Not so fast.", 1),
                    Instant.now()));
  }

  private Repository repository(String name) {
    return Repository.of(folder.resolve(name), Wish.resources().resolve("parts/base"));
  }

  private static boolean waits(Run run) {
    return run.state() instanceof RunState.Limited;
  }

  private static Instant until(House house) {
    return accounts(house).stream()
        .map(row -> row.limited() instanceof AccountLimit.Until limit ? limit.moment() : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static List<Accounts.Row> accounts(House house) {
    return house.jdbi().withExtension(Accounts.class, Accounts::all);
  }

  private static Stream<CallRows.Row> calls(House house, List<RunId> runs) {
    return runs.stream().flatMap(run -> house.calls(run).stream());
  }
}

package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.provider.OwnAgent;
import dev.otto.model.RunId;
import dev.otto.model.account.AccountId;
import dev.otto.model.account.AccountLimit;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.account.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A role with two providers, of which the first cannot be used. Small scripts stand for both.
@Tag("slow")
class FailoverTest {
  private static final String FINISHED = "{\"type\":\"finished\",\"outcome\":\"succeeded\"}";
  private static final String FAILED = "{\"type\":\"finished\",\"outcome\":\"failed\"}";

  /// Builds whatever part the prompt is about.
  private static final String WORKS =
      """
      part=$(sed -n "s/.*Build the group '\\([a-z]*\\)'.*/\\1/p" "$HOME/prompt" | head -n 1)
      mkdir -p "parts/$part" && echo "$part" > "parts/$part/done.txt"
      echo '%s'
      """
          .formatted(FINISHED);

  @TempDir Path folder;

  @Test
  void an_account_that_is_not_accepted_costs_no_attempt_and_each_call_asks_it_once()
      throws IOException {
    try (var house = house(fails("auth", ""), WORKS)) {
      var run = asked(house, Parts.of("a").with("b", "a"));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(tries(house, run))
          .containsExactly("c1 1", "c1-2-second 1", "c2 1", "c2-2-second 1");
      assertThat(attempts(ended)).containsExactly(1, 1);
      assertThat(moves(house, run))
          .hasSize(2)
          .allMatch(words -> words.startsWith("moved from first to second because first does not"));
    }
  }

  @Test
  void a_service_that_cuts_every_answer_off_is_left_after_the_third() throws IOException {
    try (var house = house("", WORKS)) {
      var run = asked(house, Parts.of("a"));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(tries(house, run)).containsExactly("c1 1", "c1 2", "c1 3", "c1-2-second 1");
      assertThat(attempts(ended)).containsExactly(1);
      assertThat(losses(house, run)).containsExactly(Loss.CUT, Loss.CUT);
      assertThat(moves(house, run))
          .containsExactly("moved from first to second because its service failed again and again");
    }
  }

  @Test
  void with_both_windows_used_up_a_call_comes_back_to_the_one_that_is_served_first()
      throws IOException {
    try (var house = house(once("first", 3) + WORKS, once("second", 600) + WORKS)) {
      var run = asked(house, Parts.of("a"));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(tries(house, run)).containsExactly("c1 1", "c1-2-second 1", "c1-3-first 1");
      assertThat(attempts(ended)).containsExactly(1);
      assertThat(losses(house, run)).containsExactly(Loss.ACCOUNT, Loss.ACCOUNT);
    }
  }

  @Test
  void a_call_does_not_come_back_to_an_account_that_did_not_accept_it_but_waits()
      throws IOException {
    try (var house = house(fails("auth", ""), once("second", 3) + WORKS)) {
      var run = asked(house, Parts.of("a"));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(tries(house, run)).containsExactly("c1 1", "c1-2-second 1", "c1-2-second 2");
      assertThat(moves(house, run)).hasSize(1);
    }
  }

  @Test
  void where_none_is_accepted_each_is_asked_once_and_the_run_waits_for_a_person()
      throws IOException {
    try (var house = house(fails("auth", ""), fails("quota", ""))) {
      var run = asked(house, Parts.of("a"));

      var held = house.until(run, one -> one.state() instanceof RunState.Paused);

      assertThat(held.hold().orElseThrow().why()).startsWith("second has no credit left");
      assertThat(tries(house, run)).containsExactly("c1 1", "c1-2-second 1");
      assertThat(attempts(held)).containsExactly(1);
    }
  }

  @Test
  void what_an_agent_used_before_otto_ended_under_it_is_told_when_its_call_moves()
      throws IOException {
    var works =
        "echo '{\"type\":\"usage\",\"input\":1000,\"output\":100}'; mkdir -p parts/a; touch"
            + " parts/a/begun; sleep 600";
    try (var house = house(works, WORKS)) {
      var run = asked(house, Parts.of("a"));
      house.until(run, _ -> Files.exists(house.worktree(run, "a").resolve("parts/a/begun")));
      house.goesDown();
      limited(house, "first");
      house.comesUp();

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(tries(house, run)).containsExactly("c1 1", "c1-2-second 1");
      assertThat(ended.calls().untold()).isEmpty();
      assertThat(ended.calls().used().inputTokens()).isEqualTo(1000);
    }
  }

  private static void limited(House house, String provider) {
    house
        .jdbi()
        .useExtension(
            Accounts.class,
            accounts ->
                accounts.limited(
                    AccountId.of(provider, "").toString(),
                    provider,
                    new AccountLimit.Until(
                        Instant.now().plus(Duration.ofHours(1)), "Not so fast.", 1),
                    Instant.now()));
  }

  private House house(String first, String second) throws IOException {
    return House.with(folder.resolve("home"), agent("first", first), agent("second", second));
  }

  private OwnAgent agent(String name, String does) throws IOException {
    var script =
        """
        cat > "$HOME/prompt"
        echo '{"type":"started","protocol":"otto-agent/1","conversation":"%s"}'
        %s
        """
            .formatted(name, does);
    var file = Files.writeString(folder.resolve(name + ".sh"), script);
    return OwnAgent.of(name, List.of("/bin/sh", file.toString()), Set.of(), Map.of(), List.of());
  }

  /// Fails with that kind of error.
  private static String fails(String kind, String more) {
    return "echo '{\"type\":\"error\",\"kind\":\"%s\"%s,\"text\":\"No.\"}'; echo '%s'; exit"
        .formatted(kind, more, FAILED);
  }

  /// The window of the account is used up when it is asked for the first time, for so long.
  private static String once(String name, int seconds) {
    return "if [ ! -e \"$HOME/%1$s\" ]; then touch \"$HOME/%1$s\"; %2$s; fi\n"
        .formatted(name, fails("usage-window", ",\"retryAfterSeconds\":" + seconds));
  }

  private RunId asked(House house, Parts parts) {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    var first = AgentChoice.of("first").otherwise(List.of(AgentChoice.of("second")));
    var settings =
        new RunSettings(
            "first",
            Optional.empty(),
            Optional.of(house.hands().host().contents().keep(parts.spec())),
            false,
            0,
            0,
            0,
            0,
            Optional.empty(),
            0,
            0);
    return house.ask(repository.folder(), "A thing, please.", settings.with(Agents.all(first)));
  }

  private static List<String> tries(House house, RunId run) {
    return house.calls(run).stream().map(row -> row.id() + " " + row.tries()).toList();
  }

  private static List<Integer> attempts(Run run) {
    return run.groups().stream().map(group -> group.attempts()).toList();
  }

  private static List<String> moves(House house, RunId run) {
    return events(house, run, CallEvent.Moved.class).stream().map(CallEvent.Moved::words).toList();
  }

  private static List<Loss> losses(House house, RunId run) {
    return events(house, run, CallEvent.Lost.class).stream().map(CallEvent.Lost::loss).toList();
  }

  private static <E extends CallEvent> List<E> events(House house, RunId run, Class<E> wanted) {
    return house.log(run).stream()
        .map(row -> row.body() instanceof RunEvent.OfCall(var event) ? event : null)
        .filter(Objects::nonNull)
        .filter(wanted::isInstance)
        .map(wanted::cast)
        .toList();
  }
}

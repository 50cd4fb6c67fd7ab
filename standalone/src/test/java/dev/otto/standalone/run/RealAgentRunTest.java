package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunState;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.Price;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A whole run whose work a real agent does, for which a scripted model thinks.
@Tag("agents")
class RealAgentRunTest {
  private static final String KEY = "the-key-that-stays-outside";

  private static final int OF_AN_ANSWER =
      ScriptedModelServer.READ + ScriptedModelServer.CACHED + ScriptedModelServer.WRITTEN;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_run_is_built_by_a_real_agent_which_goes_on_where_its_service_failed(ProviderKind kind) {
    var program = RealPrograms.of(kind);
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var model =
            ScriptedModelServer.playing(
                runs(kind, "mkdir -p parts/a && echo a > parts/a/done.txt"),
                Turn.refuses(500, Map.of(), "{\"error\":{\"message\":\"sorry\"}}"),
                Turn.says("Part a is there."));
        var house = house(kind, program, model)) {
      assertThat(house.hands().providers().facts())
          .anyMatch(fact -> fact.name().equals(kind.word()) && fact.health() == Health.OK);

      var run = house.ask(repository.folder(), "A thing, please.", settings(house, kind));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(calls(house, run))
          .satisfiesExactly(
              lost ->
                  assertThat(lost)
                      .isInstanceOfSatisfying(
                          CallEvent.Lost.class,
                          call -> assertThat(call.loss()).isEqualTo(Loss.CUT)),
              answered ->
                  assertThat(answered)
                      .isInstanceOfSatisfying(
                          CallEvent.Answered.class,
                          call ->
                              assertThat(call.usage().outputTokens())
                                  .isEqualTo(ScriptedModelServer.WRITTEN)));
      assertThat(model.journal().getLast().text())
          .contains("You were interrupted", "mkdir -p parts/a");
      assertThat(model.everything())
          .allMatch(request -> request.headers().toString().contains(KEY));
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void an_agent_that_has_used_its_share_is_refused_more_and_goes_on_within_the_rest(
      ProviderKind kind) {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var model =
            ScriptedModelServer.playing(
                runs(kind, "mkdir -p parts/a && echo a > parts/a/done.txt"),
                Turn.says("Part a is there."));
        var house = house(kind, RealPrograms.of(kind), model)) {
      var wish = settings(house, kind).with(budget(Optional.of(600L), Optional.empty()));

      var ended = house.ends(house.ask(repository.folder(), "A thing, please.", wish));

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(losses(house, ended.id())).containsExactly(Loss.BUDGET);
      assertThat(ended.groups().getFirst().attempts()).isEqualTo(1);
      assertThat(ended.ledger().spent().tokens()).isEqualTo(2 * OF_AN_ANSWER);
      assertThat(model.journal()).hasSize(2);
    }
  }

  @Test
  void with_a_price_codex_keeps_a_budget_of_money_and_a_run_stands_still_at_its_end() {
    var kind = ProviderKind.CODEX;
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var model =
            ScriptedModelServer.playing(
                runs(kind, "mkdir -p parts/a"),
                runs(kind, "echo b > parts/a/done.txt"),
                runs(kind, "echo a > parts/a/done.txt"),
                Turn.says("Part a is there."));
        var house = house(kind, RealPrograms.of(kind), model)) {
      var dollar = new BigDecimal(1_000_000);
      var price = new Price(dollar, dollar, dollar, LocalDate.of(2026, 11, 1));
      var wish = priced(settings(house, kind), price).with(budget(Optional.empty(), usd(400)));

      var run = house.ask(repository.folder(), "A thing, please.", wish);
      var held = house.until(run, one -> one.state() instanceof RunState.Paused);

      assertThat(held.hold().orElseThrow().why()).startsWith("the budget of 400 USD is used up");
      assertThat(held.ledger().spent().usd()).isEqualTo(new BigDecimal(3 * OF_AN_ANSWER));
      assertThat(held.calls().used().usd()).contains(new BigDecimal(3 * OF_AN_ANSWER));
      assertThat(held.calls().used().asOf()).contains(price.asOf());
      assertThat(losses(house, run)).containsExactly(Loss.BUDGET, Loss.BUDGET);
      assertThat(model.journal()).as("no question beyond the limit").hasSize(3);
    }
  }

  private static Budget budget(Optional<Long> tokens, Optional<BigDecimal> usd) {
    return new Budget(new Limits(tokens, usd, Optional.empty()), Limits.NONE, OnLimit.PAUSE);
  }

  private static Optional<BigDecimal> usd(int amount) {
    return Optional.of(new BigDecimal(amount));
  }

  private static RunSettings priced(RunSettings wish, Price price) {
    return wish.with(Agents.all(AgentChoice.of(wish.provider()).at(Optional.of(price))));
  }

  private static List<Loss> losses(House house, RunId run) {
    return calls(house, run).stream()
        .filter(CallEvent.Lost.class::isInstance)
        .map(event -> ((CallEvent.Lost) event).loss())
        .toList();
  }

  private House house(ProviderKind kind, Path program, ScriptedModelServer model) {
    var settings =
        new ProviderSettings(
            kind,
            Optional.of(program),
            Optional.of(kind == ProviderKind.CODEX ? "gpt-5.5" : "claude-sonnet-4-5"),
            model.base(),
            Optional.of(KEY));
    return new House(
        folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, List.of(settings));
  }

  private static RunSettings settings(House house, ProviderKind kind) {
    var spec = house.hands().host().contents().keep(Parts.of("a").spec());
    return new RunSettings(
        kind.word(),
        Optional.empty(),
        Optional.of(spec),
        false,
        0,
        0,
        0,
        0,
        Optional.empty(),
        0,
        0);
  }

  private static List<CallEvent> calls(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(RunEvent.OfCall.class::isInstance)
        .map(event -> ((RunEvent.OfCall) event).event())
        .filter(event -> !(event instanceof CallEvent.Ordered))
        .toList();
  }

  private static Turn runs(ProviderKind kind, String command) {
    var input = JsonNodeFactory.instance.objectNode();
    return switch (kind) {
      case CLAUDE -> Turn.uses("Bash", input.put("command", command).put("description", "work"));
      case CODEX -> Turn.uses("exec_command", input.put("cmd", command));
    };
  }
}

package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.otto.activities.agent.model.Request;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs whose first provider cannot be used for a while, with the real programs of two.
@Tag("agents")
class RealFailoverTest {
  private static final int LIMIT_SECONDS = 45;

  @TempDir Path folder;

  @Test
  void a_call_moves_to_the_next_provider_and_a_later_one_comes_back_when_the_account_is_served() {
    var limit =
        Turn.refuses(
            429,
            Map.of("retry-after", String.valueOf(LIMIT_SECONDS)),
            "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow.\"}}");
    try (var claude =
            ScriptedModelServer.playing(
                runs(ProviderKind.CLAUDE, "mkdir -p parts/a && echo 1 > parts/a/first.txt"),
                limit,
                runs(ProviderKind.CLAUDE, "mkdir -p parts/a && echo a > parts/a/done.txt"),
                Turn.says("Here I am again."));
        var codex =
            ScriptedModelServer.playing(
                runs(
                    ProviderKind.CODEX,
                    "cat parts/a/first.txt > parts/a/seen.txt; echo a > parts/a/done.txt"),
                Turn.says("Part a is there."));
        var house = house(claude, codex)) {
      var first = house.ask(repository("one"), "A thing, please.", settings(house));

      assertThat(house.ends(first).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(moved(house, first))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.words())
                .startsWith("moved from claude to codex because its account is at a limit until ");
            assertThat(event.next().id().value()).isEqualTo("c1-2-codex");
          });
      assertThat(house.calls(first))
          .extracting(row -> row.id())
          .containsExactly("c1", "c1-2-codex");
      assertThat(codex.journal().getFirst().text())
          .contains("Another agent began this", "Build the group 'a'");
      assertThat(house.clone(first, "show", head(house, first) + ":parts/a/seen.txt"))
          .isEqualTo("1");
      var asked = questions(claude).size();

      await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(until(house, first)));
      var second = house.ask(repository("two"), "A thing, please.", settings(house));

      assertThat(house.ends(second).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(moved(house, second)).isEmpty();
      assertThat(questions(claude)).hasSize(asked + 2);
    }
  }

  private Path repository(String name) {
    return Repository.of(folder.resolve(name), Wish.resources().resolve("parts/base")).folder();
  }

  private House house(ScriptedModelServer claude, ScriptedModelServer codex) {
    return new House(
        folder.resolve("home"),
        new EngineChoice.InProcess(),
        Sandbox.PREFERRED,
        List.of(
            settings(ProviderKind.CLAUDE, "claude-sonnet-4-5", claude),
            settings(ProviderKind.CODEX, "gpt-5.5", codex)));
  }

  private static ProviderSettings settings(
      ProviderKind kind, String model, ScriptedModelServer service) {
    return new ProviderSettings(
        kind,
        Optional.of(RealPrograms.of(kind)),
        Optional.of(model),
        service.base(),
        Optional.of("a-key"));
  }

  private static RunSettings settings(House house) {
    var claude = AgentChoice.of("claude").otherwise(List.of(AgentChoice.of("codex")));
    return new RunSettings(
            "claude",
            Optional.empty(),
            Optional.of(house.hands().host().contents().keep(Parts.of("a").spec())),
            false,
            0,
            0,
            0,
            0,
            Optional.empty(),
            0,
            0)
        .with(Agents.all(claude));
  }

  private static List<Request> questions(ScriptedModelServer model) {
    return model.journal();
  }

  private static Instant until(House house, RunId run) {
    var moment = moved(house, run).getFirst().why().replaceAll(".* until (\\S+) .*", "$1");
    return Instant.parse(moment);
  }

  private static String head(House house, RunId run) {
    return house.run(run).audits().current().orElseThrow().commit().hex();
  }

  private static List<CallEvent.Moved> moved(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .map(event -> event instanceof RunEvent.OfCall(CallEvent.Moved one) ? one : null)
        .filter(java.util.Objects::nonNull)
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

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /// What keeps a provider from a call for longer, as its service says it, as often as it is asked.
  enum Trouble {
    NOT_ACCEPTED(
        401,
        "{\"error\":{\"type\":\"authentication_error\",\"message\":\"No.\"}}",
        1,
        "claude does not accept the account"),
    WINDOW_USED_UP(
        429,
        "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"Used up.\"}}",
        1,
        "its account is at a limit until "),
    NO_CREDIT(
        402,
        "{\"error\":{\"type\":\"billing_error\",\"message\":\"Pay first.\"}}",
        1,
        "claude has no credit left"),
    CUT_OFF(
        500,
        "{\"error\":{\"type\":\"api_error\",\"message\":\"Sorry.\"}}",
        3,
        "its service failed again and again");

    private final int status;
    private final String body;
    private final int tries;
    private final String because;

    Trouble(int status, String body, int tries, String because) {
      this.status = status;
      this.body = body;
      this.tries = tries;
      this.because = because;
    }

    private Turn turn() {
      return Turn.refuses(status, Map.of(), body);
    }

    /// The sentence, of that provider.
    private String because(ProviderKind kind) {
      return because.replace("claude", kind.word());
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void a_call_moves_once_and_costs_no_attempt_whatever_keeps_the_first_provider(
      ProviderKind kind, Trouble trouble) {
    var other = kind == ProviderKind.CLAUDE ? ProviderKind.CODEX : ProviderKind.CLAUDE;
    var refusals = Collections.nCopies(20, trouble.turn());
    try (var first = ScriptedModelServer.playing(refusals);
        var second =
            ScriptedModelServer.playing(
                runs(other, "mkdir -p parts/a && echo a > parts/a/done.txt"),
                Turn.says("Part a is there."));
        var house = kind == ProviderKind.CLAUDE ? house(first, second) : house(second, first)) {
      var run = house.ask(repository("one"), "A thing, please.", settings(house, kind, other));

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(ended.groups().getFirst().attempts()).isOne();
      assertThat(moved(house, run))
          .singleElement()
          .satisfies(event -> assertThat(event.why()).startsWith(trouble.because(kind)));
      assertThat(house.calls(run))
          .extracting(row -> row.id())
          .containsExactlyElementsOf(
              Stream.concat(
                      Collections.nCopies(trouble.tries, "c1").stream(),
                      Stream.of("c1-2-" + other.word()))
                  .toList());
      assertThat(second.journal()).hasSize(2);
    }
  }

  private static Stream<Arguments> troubles() {
    return Stream.of(ProviderKind.values())
        .flatMap(kind -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(kind, trouble)));
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
    return settings(house, ProviderKind.CLAUDE, ProviderKind.CODEX);
  }

  private static RunSettings settings(House house, ProviderKind first, ProviderKind second) {
    var choice = AgentChoice.of(first.word()).otherwise(List.of(AgentChoice.of(second.word())));
    return new RunSettings(
            first.word(),
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
        .with(Agents.all(choice));
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

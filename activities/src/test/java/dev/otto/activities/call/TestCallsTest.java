package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.activities.provider.Providers;
import dev.otto.model.host.HostFacts.Health;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tiny calls that try the way to a model: Cell, gateway, and the real programs.
class TestCallsTest {
  private static final ProcessStarter STARTER = new ProcessStarter();
  private static final String KEY = "the-key-that-stays-outside";

  @TempDir private Path folder;

  @Tag("agents")
  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void what_an_agent_answered_is_told_with_its_cost(ProviderKind kind) {
    try (var model = ScriptedModelServer.playing(Turn.says("ready"));
        var gateway = Gateway.open()) {
      var fact = calls(kind, model, gateway).all().getFirst();

      assertThat(fact.name()).isEqualTo(kind.word() + " call");
      assertThat(fact.health()).as(fact.sentence()).isEqualTo(Health.OK);
      assertThat(fact.sentence())
          .contains(": ready (")
          .contains(ScriptedModelServer.WRITTEN + " out");
      assertThat(model.journal())
          .singleElement()
          .satisfies(asked -> assertThat(asked.headers().toString()).contains(KEY));
    }
  }

  @Tag("agents")
  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_service_that_refuses_is_told_with_its_kind(ProviderKind kind) {
    var refusal = Turn.refuses(401, Map.of(), "{\"error\":{\"message\":\"who are you?\"}}");
    try (var model = ScriptedModelServer.playing(refusal, refusal);
        var gateway = Gateway.open()) {
      var fact = calls(kind, model, gateway).all().getFirst();

      assertThat(fact.health()).isEqualTo(Health.BROKEN);
      assertThat(fact.sentence()).startsWith("It failed (auth): ");
    }
  }

  @Test
  void where_nobody_can_be_called_nothing_is_told() {
    try (var gateway = Gateway.open()) {
      var nobody = Providers.found(List.of(), cells(), folder.resolve("probe"));

      assertThat(new TestCalls(cells(), nobody, gateway, folder).all()).isEmpty();
    }
  }

  private TestCalls calls(ProviderKind kind, ScriptedModelServer model, Gateway gateway) {
    var settings =
        new ProviderSettings(
            kind,
            Optional.of(program(kind)),
            Optional.of(kind == ProviderKind.CODEX ? "gpt-5.5" : "claude-sonnet-4-5"),
            model.base(),
            Optional.of(KEY));
    var cells = cells();
    var providers = Providers.found(List.of(settings), cells, folder.resolve("otto/probe"));
    return new TestCalls(cells, providers, gateway, folder.resolve("otto/test-calls"));
  }

  private Cells cells() {
    return Cells.on(STARTER, CellSettings.of(Sandbox.PREFERRED, folder.resolve("otto")));
  }

  static Path program(ProviderKind kind) {
    var modules =
        Path.of(
                System.getenv()
                    .getOrDefault(
                        "OTTO_TEST_TOOLS",
                        System.getProperty("user.home") + "/.cache/otto/test-tools"))
            .resolve("agents/node_modules");
    var program =
        switch (kind) {
          case CLAUDE -> modules.resolve("@anthropic-ai/claude-code-linux-x64/claude");
          case CODEX -> modules.resolve("@openai/codex/bin/codex.js");
        };
    Assumptions.assumeTrue(Files.isReadable(program), () -> "NOT PROVEN: no " + kind.word());
    return program;
  }
}

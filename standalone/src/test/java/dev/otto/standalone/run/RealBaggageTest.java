package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.RunId;
import dev.otto.model.project.Baggage;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import dev.otto.store.project.Trusts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A repository whose hooks and servers would write a file as soon as a real agent obeyed them.
@Tag("agents")
class RealBaggageTest {
  private static final Canary KEY = new Canary("canary-4b1d-of-the-provider");
  private static final String WORK =
      "mkdir -p parts/a; echo a > parts/a/done.txt;"
          + " cat .claude/settings.json .mcp.json .codex/config.toml > parts/a/seen.txt;"
          + " env > parts/a/env.txt; touch parts/a/begun.txt;"
          + " until [ -e .go ]; do sleep 0.1; done";

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void aRepositoryThatWouldStartThings() throws IOException {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    Files.createDirectories(repository.folder().resolve(".claude"));
    Files.createDirectories(repository.folder().resolve(".codex"));
    var hook = "{\"hooks\":[{\"type\":\"command\",\"command\":\"touch obeyed-hook\"}]}";
    repository.write(
        ".claude/settings.json",
        "{\"hooks\":{\"SessionStart\":[%s],\"PreToolUse\":[%s]}}".formatted(hook, hook));
    repository.write(
        ".mcp.json",
        "{\"mcpServers\":{\"bad\":{\"command\":\"touch\",\"args\":[\"obeyed-mcp\"]}}}");
    repository.write(
        ".codex/config.toml",
        "[mcp_servers.bad]\ncommand = \"touch\"\nargs = [\"obeyed-codex\"]\n");
    repository.write("CLAUDE.md", "The animal of this project is the otter.\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "settings");
  }

  /// CVE-2025-59536, CVE-2026-21852, CVE-2025-61260; S-6, S-8.
  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void nothing_of_it_is_obeyed_what_it_says_is_told_and_the_key_is_nowhere(ProviderKind kind) {
    try (var model = model(kind);
        var house = house(kind, model)) {
      var run = begun(house, kind);
      assertThat(KEY.inProcesses()).isEmpty();
      house.letsGo(run, "a");
      house.ends(run);

      assertThat(obeyed(house, run)).isEmpty();
      assertThat(repository.git("show", "otto/" + run + ":parts/a/seen.txt")).isEmpty();
      assertThat(
              repository.git(
                  "diff",
                  "--name-only",
                  "main",
                  "otto/" + run,
                  "--",
                  ".claude",
                  ".mcp.json",
                  ".codex"))
          .isEmpty();
      assertThat(InstructionsTest.prompts(house, run))
          .isNotEmpty()
          .allMatch(prompt -> prompt.contains("The animal of this project is the otter."));
      assertThat(model.everything())
          .isNotEmpty()
          .allMatch(asked ->
              asked.headers().containsValue(KEY.secret())
                  || asked.headers().containsValue("Bearer " + KEY.secret()));
      assertThat(KEY.inFiles(folder)).isEmpty();
      assertThat(house.log(run).toString()).doesNotContain(KEY.secret());
      assertThat(house.hands().client().fetchHistory("run-" + run).toJson(false))
          .doesNotContain(KEY.secret());
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void what_a_person_allowed_is_obeyed_and_cannot_be_changed(ProviderKind kind) {
    try (var model = model(kind);
        var house = house(kind, model)) {
      var run = begun(house, kind, true);
      house.letsGo(run, "a");
      house.ends(run);

      assertThat(repository.git("show", "otto/" + run + ":parts/a/seen.txt"))
          .contains("SessionStart", "mcp_servers");
      assertThat(obeyed(house, run))
          .containsExactlyElementsOf(
              switch (kind) {
                case CLAUDE -> List.of("obeyed-hook", "obeyed-mcp");
                case CODEX -> List.of("obeyed-codex");
              });
    }
  }

  private RunId begun(House house, ProviderKind kind) {
    return begun(house, kind, false);
  }

  private RunId begun(House house, ProviderKind kind, boolean allowed) {
    var host = house.hands().host();
    if (allowed) {
      var project = dev.otto.model.ProjectId.of(repository.folder().toString()).value();
      var checkout = host.preflight().look(repository.folder());
      var baggage = host.preflight().baggage(checkout);
      assertThat(baggage.pieces().stream().map(Baggage.Piece::path))
          .containsExactly(".claude/settings.json", ".codex/config.toml", ".mcp.json");
      house
          .jdbi()
          .useHandle(handle -> {
            handle
                .attach(dev.otto.store.project.Projects.class)
                .add(project, repository.folder().toString());
            handle.attach(Trusts.class).allow(project, baggage.digest().hex(), "ada");
          });
    }
    var spec = host.contents().keep(Parts.of("a").spec());
    var run =
        house.ask(
            repository.folder(),
            "A thing, please.",
            new RunSettings(
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
                0));
    house.begins(run, "a");
    return run;
  }

  /// What was touched in the worktree because somebody obeyed the repository: it is in nobody's
  /// paths.
  private List<String> obeyed(House house, RunId run) {
    return house.log(run).stream()
        .map(row -> row.body())
        .flatMap(event ->
            event instanceof RunEvent.OfGroup(_, dev.otto.model.group.GroupEvent.Checked checked)
                ? checked.strayPaths().stream()
                : Stream.<String>of())
        .filter(path -> path.startsWith("obeyed"))
        .sorted()
        .toList();
  }

  private static ScriptedModelServer model(ProviderKind kind) {
    var input = JsonNodeFactory.instance.objectNode();
    return ScriptedModelServer.playing(
        switch (kind) {
          case CLAUDE -> Turn.uses("Bash", input.put("command", WORK).put("description", "work"));
          case CODEX ->
              Turn.uses("exec_command", input.put("cmd", WORK).put("yield_time_ms", 60_000));
        },
        Turn.says("Part a is there."));
  }

  private House house(ProviderKind kind, ScriptedModelServer model) {
    var settings =
        new ProviderSettings(
            kind,
            Optional.of(RealPrograms.of(kind)),
            Optional.of(kind == ProviderKind.CODEX ? "gpt-5.5" : "claude-sonnet-4-5"),
            model.base(),
            Optional.of(KEY.secret()));
    return new House(
        folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, List.of(settings));
  }
}

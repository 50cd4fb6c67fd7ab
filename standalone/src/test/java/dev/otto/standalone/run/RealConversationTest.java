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
import dev.otto.model.run.RunState;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import dev.otto.store.call.Conversations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a real agent remembers of its work goes with the run, and not with a folder of one host.
@Tag("agents")
class RealConversationTest {
  private static final String KEY = "the-key-that-stays-outside";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_follow_up_in_a_home_of_its_own_goes_on_with_the_conversation_of_the_work_that_failed(
      ProviderKind kind) {
    try (var model =
            ScriptedModelServer.playing(
                runs(kind, "mkdir -p parts/a && echo wrong > parts/a/done.txt"),
                Turn.says("It is done, I believe."),
                runs(kind, "echo a > parts/a/done.txt"),
                Turn.says("Mended."));
        var house = house(kind, model)) {
      var run = asked(house, kind);

      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(ended.groups().getFirst().attempts()).isEqualTo(2);
      assertThat(model.journal()).hasSize(4);
      assertThat(model.journal().get(2).text())
          .contains("echo wrong", "It is done, I believe.", "You worked on this before.");
      assertThat(ended.calls().used().outputTokens()).isEqualTo(4L * ScriptedModelServer.WRITTEN);
      assertThat(kept(house, run)).as("what is left of an ended run").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_repeated_call_goes_on_where_nothing_is_left_of_its_home_and_its_logs(ProviderKind kind) {
    try (var model =
            ScriptedModelServer.playing(
                runs(kind, "env; mkdir -p parts/a && echo first > parts/a/first.txt"),
                Turn.refuses(
                    429,
                    Map.of("retry-after", "20"),
                    "{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow.\"}}"),
                runs(kind, "mkdir -p parts/a && echo a > parts/a/done.txt"),
                Turn.says("Part a is there."));
        var house = house(kind, model)) {
      var run = asked(house, kind);
      house.until(run, one -> one.state() instanceof RunState.Limited);
      var conversation = kept(house, run).getFirst();
      assertThat(unpacked(house, conversation)).contains("echo first").doesNotContain(KEY);

      removed(house.home().folder().resolve("agents").resolve(run.value()));
      removed(house.home().folder().resolve("logs/runs").resolve(run.value()));
      var ended = house.ends(run);

      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(ended.groups().getFirst().attempts()).isOne();
      assertThat(model.journal().get(2).text()).contains("echo first", "You were interrupted");
      assertThat(model.journal()).hasSize(4);
    }
  }

  private RunId asked(House house, ProviderKind kind) {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    var spec = house.hands().host().contents().keep(Parts.of("a").spec());
    var settings =
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
            0);
    return house.ask(repository.folder(), "A thing, please.", settings);
  }

  private House house(ProviderKind kind, ScriptedModelServer model) {
    var settings =
        new ProviderSettings(
            kind,
            Optional.of(RealPrograms.of(kind)),
            Optional.of(kind == ProviderKind.CODEX ? "gpt-5.5" : "claude-sonnet-4-5"),
            model.base(),
            Optional.of(KEY));
    return new House(
        folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, List.of(settings));
  }

  private static List<Conversations.Row> kept(House house, RunId run) {
    return house.jdbi().withExtension(Conversations.class, rows -> rows.ofRun(run.value()));
  }

  private static String unpacked(House house, Conversations.Row row) {
    var memory =
        house
            .jdbi()
            .withExtension(
                Conversations.class, rows -> rows.memory(row.run(), row.desk(), row.provider()));
    try (var content = new GZIPInputStream(new ByteArrayInputStream(memory.orElseThrow()))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static void removed(Path place) {
    try (var files = Files.walk(place)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    assertThat(place).doesNotExist();
  }

  private static Turn runs(ProviderKind kind, String command) {
    var input = JsonNodeFactory.instance.objectNode();
    return switch (kind) {
      case CLAUDE -> Turn.uses("Bash", input.put("command", command).put("description", "work"));
      case CODEX -> Turn.uses("exec_command", input.put("cmd", command));
    };
  }
}

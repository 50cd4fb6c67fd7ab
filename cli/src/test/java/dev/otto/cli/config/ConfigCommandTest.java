package dev.otto.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.sample.Typed;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of the settings, their values, and where each was said; no server is asked.
class ConfigCommandTest {
  @TempDir private Path place;
  private Path home;
  private Path repository;

  @BeforeEach
  void aRepositoryAndAHome() throws IOException {
    home = Files.createDirectory(place.resolve("home"));
    repository = place.resolve("shop");
    Files.createDirectories(repository.resolve(".git"));
  }

  @Test
  void all_keys_are_told_with_their_values_and_where_they_were_said() throws IOException {
    project("model: opus\nmemory: {on: true}\n");
    user("provider: claude\n");

    var typed = typed().with("OTTO_EFFORT", "max").line("config");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines())
        .anyMatch(line -> line.matches("provider +claude +config.yaml"))
        .anyMatch(line -> line.matches("model +opus +otto.yaml"))
        .anyMatch(line -> line.matches("agents.build.model +opus +otto.yaml: model"))
        .anyMatch(line -> line.matches("agents.fix.effort +max +OTTO_EFFORT"))
        .anyMatch(line -> line.matches("max_turns_per_call +200 *"))
        .contains(
            "otto.yaml    " + repository.resolve("otto.yaml"),
            "config.yaml  " + home.resolve("config.yaml"),
            "`memory` in otto.yaml has no meaning any more: what agents are to know stands in AGENTS.md.");
  }

  @Test
  void one_key_is_explained_and_a_group_of_keys_is_listed() throws IOException {
    user("effort: low\n");

    assertThat(typed().line("config", "effort").out())
        .contains("How deeply it thinks.")
        .contains("It is one of low, medium, high, max; without it: its program's.")
        .contains(
            "It stands in otto.yaml or config.yaml or in OTTO_EFFORT and counts from the next run on.");
    assertThat(typed().line("config", "agents.build").lines()).hasSize(7);
  }

  @Test
  void outside_of_a_repository_the_users_file_alone_counts() {
    assertThat(Typed.at(home).line("config").out())
        .contains("otto.yaml    no repository")
        .contains("config.yaml  %s (not there)".formatted(home.resolve("config.yaml")));
  }

  @Test
  void scripts_get_the_same_as_one_object() throws IOException {
    user("providers: {codex: {key: '${TEAM_KEY}'}}\n");

    var key = json("providers.codex.key").at("/keys/0");

    assertThat(key.path("key").textValue()).isEqualTo("providers.codex.key");
    assertThat(key.path("value").textValue()).isEqualTo("${TEAM_KEY}");
    assertThat(key.path("source").textValue()).isEqualTo("user");
    assertThat(key.path("variable").textValue()).isEqualTo("OPENAI_API_KEY");
    assertThat(json("max_turns_per_call").at("/keys/0/source").textValue()).isEqualTo("built-in");
    assertThat(json("engine").path("user").textValue())
        .isEqualTo(home.resolve("config.yaml").toString());
  }

  @Test
  void what_is_wrong_with_a_file_is_said_in_one_line_and_nothing_else_is() throws IOException {
    project("sandbox: off\n");

    var typed = typed().line("config");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .isEqualTo(
            "otto: `sandbox` is not for a repository to decide (otto.yaml, line 1). Write it into config.yaml in Otto's home.\n");
  }

  @Test
  void a_key_that_there_is_not_is_refused_with_the_nearest_or_with_what_there_is_instead() {
    assertThat(typed().line("config", "modle").err())
        .isEqualTo(
            "otto: There is no key 'modle'. Did you mean model? See `otto config --help`.\n");
    assertThat(typed().line("config", "queue.concurrent").err())
        .isEqualTo(
            "otto: `queue.concurrent` is not there yet: there is no queue. See `otto config --help`.\n");
    assertThat(typed().line("config", "memory").exit()).isEqualTo(2);
  }

  @Test
  void a_server_that_began_with_an_older_file_is_told_of() throws IOException {
    user("engine: auto\n");
    var note = Files.writeString(home.resolve("server.json"), "{}");
    assertThat(typed().line("config").out()).doesNotContain("after the server began");

    Files.setLastModifiedTime(note, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    assertThat(typed().line("config").out()).contains("after the server began");
  }

  private com.fasterxml.jackson.databind.JsonNode json(String key) throws JsonProcessingException {
    return Json.own().readTree(typed().line("config", key, "--json").out());
  }

  private Typed typed() {
    return Typed.at(home).in(repository);
  }

  private void project(String text) throws IOException {
    Files.writeString(repository.resolve("otto.yaml"), text);
  }

  private void user(String text) throws IOException {
    Files.writeString(home.resolve("config.yaml"), text);
  }
}

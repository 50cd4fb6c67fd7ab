package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Otto lays into a home in which an agent has worked before.
class HomeFilesTest {
  @TempDir private Path folder;

  private Path home;
  private Path elsewhere;

  @BeforeEach
  void lay() throws IOException {
    home = folder.resolve("home");
    elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
  }

  @Test
  void a_file_is_laid_and_laid_again() throws IOException {
    new HomeFiles(home).lay(Map.of(".codex/config.toml", "one"));
    new HomeFiles(home).lay(Map.of(".codex/config.toml", "two"));

    assertThat(home.resolve(".codex/config.toml")).hasContent("two");
    try (var files = Files.list(home.resolve(".codex"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_link_that_an_agent_left_is_replaced_and_not_followed() throws IOException {
    var precious = Files.writeString(elsewhere.resolve("config.toml"), "precious");
    Files.createDirectories(home.resolve(".codex"));
    Files.createSymbolicLink(home.resolve(".codex/config.toml"), precious);

    new HomeFiles(home).lay(Map.of(".codex/config.toml", "Otto's"));

    assertThat(precious).hasContent("precious");
    assertThat(home.resolve(".codex/config.toml")).hasContent("Otto's");
  }

  @Test
  void nor_is_a_folder_that_became_a_link() throws IOException {
    Files.createDirectories(home);
    Files.createSymbolicLink(home.resolve(".codex"), elsewhere);

    new HomeFiles(home).lay(Map.of(".codex/config.toml", "Otto's"));

    assertThat(elsewhere).isEmptyDirectory();
    assertThat(home.resolve(".codex/config.toml")).hasContent("Otto's");
  }

  @Test
  void nothing_is_laid_outside_of_the_home() {
    assertThatThrownBy(() -> new HomeFiles(home).lay(Map.of("../elsewhere/x", "…")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void a_conversation_is_there_if_a_file_of_its_own_carries_its_name() throws IOException {
    var sessions = home.resolve("sessions");
    assertThat(new Memories(home, sessions).file("0-1-2")).isEmpty();

    Files.createDirectories(sessions.resolve("2026/11"));
    Files.createSymbolicLink(sessions.resolve("2026/rollout-0-1-2.jsonl"), elsewhere);
    assertThat(new Memories(home, sessions).file("0-1-2")).isEmpty();

    Files.writeString(sessions.resolve("2026/11/rollout-0-1-2.jsonl"), "{}");
    assertThat(new Memories(home, sessions).file("0-1-2")).isPresent();
    assertThat(new Memories(home, sessions).file("0-1-3")).isEmpty();
  }

  @Test
  void a_conversation_to_which_a_link_leads_is_not_the_agents() throws IOException {
    Files.createDirectories(elsewhere.resolve("sessions"));
    Files.writeString(elsewhere.resolve("sessions/rollout-0-1-2.jsonl"), "somebody else's");
    Files.createDirectories(home);
    Files.createSymbolicLink(home.resolve(".codex"), elsewhere);

    assertThat(new Memories(home, home.resolve(".codex/sessions")).file("0-1-2")).isEmpty();
  }
}

package dev.otto.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a demo needs before anything of it is made.
class DemoResourceTest {
  @TempDir private Path home;

  @Test
  void an_agent_whose_program_is_not_here_cannot_play_it_and_nothing_is_made() {
    assertThatThrownBy(() -> demo().make(Map.of("through", "codex")))
        .hasMessageContaining("There is no Codex on this host.");
    assertThatThrownBy(() -> demo().make(Map.of("through", "gemini")))
        .hasMessageContaining("played through claude or codex, not through 'gemini'");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void without_a_wish_a_repository_and_a_recipe_are_there() {
    var demo = demo().make(Map.of());

    assertThat(Path.of(demo.folder()).resolve(".git")).isDirectory();
    assertThat(Path.of(demo.recipe())).isRegularFile();
  }

  private DemoResource demo() {
    var codex =
        new ProviderSettings(
            ProviderKind.CODEX,
            Optional.empty(),
            Optional.empty(),
            ProviderKind.CODEX.service(),
            Optional.empty());
    return new DemoResource(home, List.of(codex));
  }
}

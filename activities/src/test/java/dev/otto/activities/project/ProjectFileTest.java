package dev.otto.activities.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a project's own file may say of who shall think.
class ProjectFileTest {
  @TempDir private Path top;

  @Test
  void it_chooses_for_all_roles_and_for_single_ones_and_null_is_not_set() throws IOException {
    var wishes =
        wishes(
            """
            default_branch: main
            provider: claude
            model: null
            max_turns_per_call: 40
            agents:
              build: {provider: codex, model: gpt-5.5, effort: max}
              certifier: {effort: low}
              fix: null
            """);

    assertThat(wishes)
        .isEqualTo(
            new AgentWishes(
                AgentWish.of("claude"),
                AgentWish.NONE,
                new AgentWish(
                    Optional.of("codex"), Optional.of("gpt-5.5"), Optional.of(Effort.MAX)),
                new AgentWish(Optional.empty(), Optional.empty(), Optional.of(Effort.LOW)),
                AgentWish.NONE,
                Optional.of(40)));
  }

  @Test
  void a_project_without_one_says_nothing() {
    assertThat(new ProjectFile(top).wishes()).isEqualTo(AgentWishes.NONE);
  }

  @Test
  void a_link_out_of_the_repository_is_not_followed() throws IOException {
    var secret = Files.writeString(top.resolve("elsewhere"), "provider: codex\n");
    Files.createSymbolicLink(top.resolve("otto.yaml"), secret);

    assertThat(new ProjectFile(top).wishes()).isEqualTo(AgentWishes.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provider: [a]                                 | `provider` in otto.yaml must be a name.
          effort: huge                                  | not 'huge'
          agents: {build: {command: rm}}                | no meaning for `agents.build.command`
          agents: {mine: {command: rm}}                 | no meaning for `agents.mine`
          max_turns_per_call: 0                         | a number from 1
          provider: '$(rm -rf /)'                       | must be a name
          "provider: a\\nprovider: b"                   | otto.yaml cannot be read
          """)
  void what_it_may_not_say_is_refused_in_one_sentence(String text, String sentence) {
    assertThatThrownBy(() -> wishes(text.replace("\\n", "\n").replace("\"", "")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().sentence()).contains(sentence));
  }

  private AgentWishes wishes(String text) throws IOException {
    Files.writeString(top.resolve("otto.yaml"), text);
    return new ProjectFile(top).wishes();
  }
}

package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.provider.OwnAgent;
import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings say about programs of the user's own.
class OwnAgentSettingTest {
  @TempDir private Path folder;

  @Test
  void a_program_has_a_name_a_command_and_what_it_may_reach_beside_a_role_that_names_it()
      throws IOException {
    var file =
        """
        agents:
          build: {provider: mine}
          mine:
            command: [/opt/mine, --fast]
            hosts: [api.example.org]
            secrets: [MY_KEY]
            readable: [/opt/lib]
        """;

    assertThat(read(file, Map.of("MY_KEY", "k")))
        .containsExactly(
            new OwnAgent(
                "mine",
                List.of("/opt/mine", "--fast"),
                Set.of("api.example.org"),
                Map.of("MY_KEY", "k"),
                List.of(Path.of("/opt/lib"))));
    assertThat(read(file, Map.of("MY_KEY", "k")).toString()).doesNotContain("MY_KEY=k");
  }

  @Test
  void the_environment_names_one_in_a_line() throws IOException {
    assertThat(read("", Map.of("OTTO_AGENT_MY_OWN", "/opt/mine --fast")))
        .extracting(OwnAgent::name, OwnAgent::command)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("my-own", List.of("/opt/mine", "--fast")));
  }

  @Test
  void what_cannot_be_is_refused_in_one_sentence() {
    refused("agents: { mine: { command: [mine] } }", "the absolute path of a program");
    refused("agents: { claude: { command: [/opt/x] } }", "no name that Otto uses");
    refused("agents: { mine: { command: [/opt/x], readable: [lib] } }", "absolute paths");
    refused("agents: { mine: { command: [/opt/x], speed: 2 } }", "`agents.mine.speed`");
    refused("agents: { mine: { command: [/opt/x], secrets: [UNSET] } }", "UNSET, which is not set");
  }

  private void refused(String file, String sentence) {
    assertThatThrownBy(() -> read(file, Map.of()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().sentence()).contains(sentence));
  }

  private List<OwnAgent> read(String file, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), file);
    return ServerSettings.ownAgents(new Home(folder), environment);
  }
}

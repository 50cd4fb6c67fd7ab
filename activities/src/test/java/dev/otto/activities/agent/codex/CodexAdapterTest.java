package dev.otto.activities.agent.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.Asked;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.Thinking;
import dev.otto.model.settings.Effort;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How Codex is started.
class CodexAdapterTest {
  private final CodexAdapter codex =
      new CodexAdapter(Path.of("/opt/codex"), Thinking.with(Optional.of("gpt-5.5")));

  @Test
  void the_prompt_goes_to_stdin_and_stands_on_no_command_line() {
    var launch = codex.launch(Asked.forWords("Build the api."));

    assertThat(launch.stdin()).isEqualTo("Build the api.");
    assertThat(launch.argv())
        .startsWith("/opt/codex", "exec", "--json")
        .containsSubsequence("--model", "gpt-5.5")
        .endsWith("-")
        .doesNotContain("Build the api.", "resume");
  }

  @Test
  void its_configuration_is_written_for_the_call_and_asks_no_second_time() {
    var launch = codex.launch(Asked.forWords("…"));

    assertThat(launch.environment()).containsEntry("CODEX_HOME", "/otto/home/.codex");
    assertThat(launch.files()).containsOnlyKeys(".codex/config.toml");
    assertThat(launch.files().get(".codex/config.toml"))
        .contains("base_url = \"http://127.0.0.1:8123/v1\"")
        .contains("request_max_retries = 0", "stream_max_retries = 0")
        .contains("[analytics]\nenabled = false", "check_for_update_on_startup = false");
    assertThat(launch.argv()).containsSubsequence("--disable", "plugins");
  }

  @Test
  void the_token_is_a_secret_that_no_command_of_the_model_sees() {
    var launch = codex.launch(Asked.forWords("…"));

    assertThat(launch.secrets()).containsEntry("OTTO_MODEL_TOKEN", Asked.MODEL.token());
    assertThat(launch.files().values().toString() + launch.argv() + launch.environment())
        .doesNotContain(Asked.MODEL.token());
    assertThat(launch.files().get(".codex/config.toml"))
        .contains("ignore_default_excludes = false");
  }

  @Test
  void signed_in_by_its_file_it_goes_to_its_own_service_through_the_proxy() {
    var launch = codex.launch(Asked.signedIn(new Login.Kept(Path.of("/home/me/.codex/auth.json"))));

    assertThat(launch.secrets()).containsOnly(Map.entry("HTTPS_PROXY", Asked.PROXY.toString()));
    assertThat(launch.files().get(".codex/config.toml"))
        .contains("requires_openai_auth = true", "request_max_retries = 0")
        .doesNotContain("base_url", "env_key");
    assertThat(codex.login(Path.of("/otto/home"))).contains(Path.of("/otto/home/.codex/auth.json"));
  }

  @Test
  void behind_walls_its_own_are_off_also_when_it_goes_on() {
    assertThat(codex.launch(Asked.behindWalls("…").continuing(Optional.of("0-1"))).argv())
        .contains("sandbox_mode=\"danger-full-access\"");
    assertThat(codex.launch(Asked.forWords("…").continuing(Optional.of("0-1"))).argv())
        .contains("sandbox_mode=\"workspace-write\"");
  }

  @Test
  void how_deeply_it_thinks_is_said_in_its_own_words() {
    var deep =
        new CodexAdapter(
            Path.of("/opt/codex"),
            new Thinking(Optional.empty(), Optional.of(Effort.MAX), Optional.of(7)));

    assertThat(deep.launch(Asked.forWords("…")).argv())
        .containsSubsequence("-c", "model_reasoning_effort=\"xhigh\"")
        .doesNotContain("--model", "7");
  }

  @Test
  void a_conversation_goes_on_by_its_name() {
    assertThat(codex.launch(Asked.forWords("…").continuing(Optional.of("0-1"))).argv())
        .startsWith("/opt/codex", "exec", "resume")
        .endsWith("0-1", "-");
  }

  @Test
  void the_form_of_an_answer_is_asked_for_in_words() {
    assertThat(codex.launch(Asked.forAnswer("Judge it.", "{\"type\":\"object\"}")).stdin())
        .startsWith("Judge it.")
        .endsWith("{\"type\":\"object\"}");
  }
}

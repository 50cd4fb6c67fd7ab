package dev.otto.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.Asked;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.Thinking;
import dev.otto.model.settings.Effort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How Claude Code is started.
class ClaudeAdapterTest {
  private final ClaudeAdapter claude =
      new ClaudeAdapter(Path.of("/opt/claude"), Thinking.with(Optional.of("claude-opus-4-8")));

  @Test
  void the_prompt_goes_to_stdin_and_stands_on_no_command_line() {
    var launch = claude.launch(Asked.forWords("Build the api."));

    assertThat(launch.stdin()).isEqualTo("Build the api.");
    assertThat(launch.argv())
        .startsWith("/opt/claude", "-p")
        .containsSubsequence("--output-format", "stream-json")
        .containsSubsequence("--model", "claude-opus-4-8")
        .doesNotContain("Build the api.", "--resume");
  }

  @Test
  void it_waits_for_nobody_and_reports_to_nobody() {
    assertThat(claude.launch(Asked.forWords("…")).environment())
        .containsEntry("CLAUDE_CODE_MAX_RETRIES", "0")
        .containsEntry("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1")
        .containsEntry("DISABLE_TELEMETRY", "1")
        .containsEntry("DISABLE_AUTOUPDATER", "1")
        .containsEntry("ANTHROPIC_BASE_URL", "http://127.0.0.1:8123");
  }

  @Test
  void the_token_is_a_secret() {
    var launch = claude.launch(Asked.forWords("…"));

    assertThat(launch.secrets()).containsEntry("ANTHROPIC_API_KEY", Asked.MODEL.token());
    assertThat(launch.environment().values()).doesNotContain(Asked.MODEL.token());
    assertThat(launch.argv()).doesNotContain(Asked.MODEL.token());
    assertThat(Asked.MODEL.toString()).doesNotContain(Asked.MODEL.token());
  }

  @Test
  void signed_in_by_a_token_it_goes_to_its_own_service_through_the_proxy() {
    var launch = claude.launch(Asked.signedIn(new Login.Token("lives-long")));

    assertThat(launch.secrets())
        .containsOnly(
            Map.entry("HTTPS_PROXY", Asked.PROXY.toString()),
            Map.entry("CLAUDE_CODE_OAUTH_TOKEN", "lives-long"));
    assertThat(launch.environment()).doesNotContainKey("ANTHROPIC_BASE_URL");
    assertThat(launch.argv() + launch.environment().toString()).doesNotContain("lives-long");
  }

  @Test
  void behind_walls_it_asks_nobody_and_elsewhere_it_may_do_no_more_than_work() {
    assertThat(claude.launch(Asked.behindWalls("…")).argv())
        .containsSubsequence("--permission-mode", "bypassPermissions");
    assertThat(claude.launch(Asked.forWords("…")).argv())
        .containsSubsequence("--permission-mode", "acceptEdits", "--allowedTools");
  }

  @Test
  void what_a_repository_wants_to_start_is_not_read() {
    assertThat(claude.launch(Asked.forWords("…")).argv())
        .containsSubsequence("--setting-sources", "user", "--strict-mcp-config");
  }

  @Test
  void how_deeply_and_how_long_it_thinks_is_handed_on() {
    var deep =
        new ClaudeAdapter(
            Path.of("/opt/claude"),
            new Thinking(Optional.empty(), Optional.of(Effort.MAX), Optional.of(7)));

    assertThat(deep.launch(Asked.forWords("…")).argv())
        .containsSubsequence("--effort", "max")
        .containsSubsequence("--max-turns", "7")
        .doesNotContain("--model");
  }

  @Test
  void the_form_of_an_answer_and_a_conversation_are_handed_on() {
    var launch =
        claude.launch(Asked.forAnswer("…", "{\"type\":\"object\"}").continuing(Optional.of("0-1")));

    assertThat(launch.argv())
        .containsSubsequence(List.of("--json-schema", "{\"type\":\"object\"}"))
        .containsSubsequence(List.of("--resume", "0-1"));
  }
}

package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.agent.Login;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the settings of a server say about the real agents.
class ProviderSettingTest {
  private static final String NOWHERE = "/nowhere";

  @TempDir Path folder;

  @Test
  void who_says_nothing_has_no_program_and_no_key() throws IOException {
    assertThat(read("", Map.of("PATH", NOWHERE)))
        .containsExactly(
            new ProviderSettings(
                ProviderKind.CLAUDE,
                Optional.empty(),
                Optional.empty(),
                URI.create("https://api.anthropic.com"),
                Optional.empty()),
            new ProviderSettings(
                ProviderKind.CODEX,
                Optional.empty(),
                Optional.empty(),
                URI.create("https://api.openai.com"),
                Optional.empty()));
  }

  @Test
  void a_program_on_the_path_and_a_key_in_its_usual_variable_are_enough() throws IOException {
    var program = Files.writeString(folder.resolve("codex"), "…");
    assertThat(program.toFile().setExecutable(true)).isTrue();

    var codex =
        read("", Map.of("PATH", folder.toString(), "OPENAI_API_KEY", "sk-secret")).getLast();

    assertThat(codex.program()).contains(program);
    assertThat(codex.key()).contains("sk-secret");
    assertThat(codex.toString()).doesNotContain("sk-secret");
  }

  @Test
  void the_file_names_what_differs_and_the_environment_wins() throws IOException {
    var file =
        """
        providers:
          claude:
            program: /bin/true
            model: claude-opus-4-8
            url: https://models.example
            key: ${TEAM_KEY}
        """;

    var claude =
        read(file, Map.of("PATH", NOWHERE, "TEAM_KEY", "k", "OTTO_CLAUDE_MODEL", "another"))
            .getFirst();

    assertThat(claude)
        .isEqualTo(
            new ProviderSettings(
                ProviderKind.CLAUDE,
                Optional.of(Path.of("/bin/true")),
                Optional.of("another"),
                URI.create("https://models.example"),
                Optional.of("k")));
  }

  @Test
  void logins_of_the_users_own_are_found_where_the_programs_keep_them() throws IOException {
    var codex = Files.createDirectories(folder.resolve("me/.codex"));
    var login = Files.writeString(codex.resolve("auth.json"), "{}");
    var me =
        Map.of("PATH", NOWHERE, "HOME", folder + "/me", "CLAUDE_CODE_OAUTH_TOKEN", "lives-long");

    var found = read("", me);

    assertThat(found.getFirst().login()).contains(new Login.Token("lives-long"));
    assertThat(found.getLast().login()).contains(new Login.Kept(login));
    assertThat(found.toString()).doesNotContain("lives-long");
    assertThat(read("", Map.of("PATH", NOWHERE, "HOME", NOWHERE)))
        .allMatch(one -> one.login().isEmpty());
  }

  @Test
  void what_cannot_be_is_refused_in_one_sentence() {
    refused("providers: { claude: { key: sk-plain } }", "holds a secret in plain text");
    refused("providers: { claude: { key: '${UNSET}' } }", "UNSET, which is not set");
    refused("providers: { claude: { program: claude } }", "the absolute path of a program");
    refused("providers: { codex: { url: 'ftp://x' } }", "https://");
    refused("providers: { codex: { url: 'https://me:sk-plain@x' } }", "a secret in plain text");
    refused("providers: { claude: { login: sk-ant-oat } }", "holds a secret in plain text");
    refused("providers: { codex: { login: /nowhere/auth.json } }", "the absolute path of a file");
    refused("providers: { gemini: {} }", "There is no key `providers.gemini`");
    refused("providers: { codex: { modell: x } }", "did you mean `providers.codex.model`?");
  }

  private void refused(String file, String sentence) {
    assertThatThrownBy(() -> read(file, Map.of("PATH", NOWHERE)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().sentence()).contains(sentence));
  }

  private List<ProviderSettings> read(String file, Map<String, String> environment)
      throws IOException {
    Files.writeString(folder.resolve("config.yaml"), file);
    return ServerSettings.providers(new Home(folder), environment);
  }
}

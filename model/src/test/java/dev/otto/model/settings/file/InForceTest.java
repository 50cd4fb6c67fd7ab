package dev.otto.model.settings.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.settings.file.InForce.Held;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which value of a key holds, and where it was said.
class InForceTest {
  private static final String PROJECT =
      """
      model: opus
      agents: {build: {effort: low}}
      retries: {audit_loop: {max_audit_passes_per_run: 5}}
      setup: [npm ci, [sh, -c, a b]]
      budgets: {project_per_day: '20usd,1000tok'}
      """;
  private static final String USER =
      """
      provider: claude
      effort: high
      failover: [claude, codex]
      budgets: {project_per_day: '10usd'}
      agents:
        audit: {provider: codex}
        mine: {command: [/opt/mine]}
      retries: {audit_loop: {max_audit_passes_per_run: 9}}
      providers: {codex: {key: '${TEAM_KEY}'}}
      """;

  @Test
  void the_environment_counts_more_than_the_project_and_the_project_more_than_the_user() {
    var rounds = "retries.audit_loop.max_audit_passes_per_run";

    assertThat(said(Map.of(), rounds)).isEqualTo("5 PROJECT " + rounds);
    assertThat(said(Map.of(), "provider")).isEqualTo("claude USER provider");
    assertThat(said(Map.of("OTTO_PROVIDER", "codex"), "provider"))
        .isEqualTo("codex ENVIRONMENT OTTO_PROVIDER");
    assertThat(said(Map.of(), "max_turns_per_call")).isEqualTo("200 BUILT_IN -");
  }

  @Test
  void a_role_follows_what_is_said_of_all_but_for_a_model_of_another_provider() {
    assertThat(said(Map.of(), "agents.build.effort")).isEqualTo("low PROJECT agents.build.effort");
    assertThat(said(Map.of(), "agents.build.model")).isEqualTo("opus PROJECT model");
    assertThat(said(Map.of(), "agents.fix.effort")).isEqualTo("high USER effort");
    assertThat(said(Map.of("OTTO_EFFORT", "max"), "agents.build.effort"))
        .isEqualTo("max ENVIRONMENT OTTO_EFFORT");
    assertThat(said(Map.of("OTTO_MODEL", "x", "OTTO_BUILD_MODEL", "y"), "agents.build.model"))
        .isEqualTo("y ENVIRONMENT OTTO_BUILD_MODEL");
    assertThat(said(Map.of("OTTO_PROVIDER", "claude"), "agents.audit.provider"))
        .isEqualTo("claude ENVIRONMENT OTTO_PROVIDER");
    assertThat(
            said(
                Map.of("OTTO_PROVIDER", "claude", "OTTO_BUILD_PROVIDER", "codex"),
                "agents.build.model"))
        .isEqualTo("opus PROJECT model");
  }

  @Test
  void who_takes_over_is_told_and_of_the_day_of_a_project_the_smaller_amount() {
    assertThat(said(Map.of(), "agents.fix.failover")).isEqualTo("claude, codex USER failover");
    assertThat(said(Map.of(), "budgets.project_per_day"))
        .isEqualTo("10usd,1000tok USER budgets.project_per_day");
  }

  @Test
  void a_secret_is_named_and_never_shown() {
    assertThat(said(Map.of("OPENAI_API_KEY", "s3cret"), "providers.codex.key"))
        .isEqualTo("${TEAM_KEY} USER providers.codex.key");
    assertThat(said(Map.of("ANTHROPIC_API_KEY", "s3cret"), "providers.claude.key"))
        .isEqualTo("set ENVIRONMENT ANTHROPIC_API_KEY");
    assertThat(said(Map.of("OTTO_CLAUDE_URL", "https://me:s3cret@x"), "providers.claude.url"))
        .isEqualTo("set ENVIRONMENT OTTO_CLAUDE_URL");
    assertThat(said(Map.of("OTTO_CLAUDE_URL", "https://x"), "providers.claude.url"))
        .isEqualTo("https://x ENVIRONMENT OTTO_CLAUDE_URL");
  }

  @Test
  void lists_and_names_of_the_users_own_are_told_in_words() {
    assertThat(said(Map.of(), "setup")).isEqualTo("npm ci, sh -c a b PROJECT setup");
    assertThat(said(Map.of(), "agents.mine.command"))
        .isEqualTo("/opt/mine USER agents.mine.command");
  }

  @Test
  void every_key_has_a_value() {
    assertThat(inForce(Map.of()).all().stream().map(Held::key).distinct())
        .containsExactlyElementsOf(Keys.all());
  }

  private static String said(Map<String, String> environment, String name) {
    return inForce(environment).all().stream()
        .filter(held -> held.name().equals(name))
        .map(held -> held.value() + " " + held.source() + " " + held.said().orElse("-"))
        .findFirst()
        .orElse("nothing");
  }

  private static InForce inForce(Map<String, String> environment) {
    return new InForce(
        environment, Written.of(FileKind.PROJECT, PROJECT), Written.of(FileKind.USER, USER));
  }
}

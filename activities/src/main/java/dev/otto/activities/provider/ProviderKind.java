package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.claude.ClaudeAdapter;
import dev.otto.activities.agent.claude.ClaudeTools;
import dev.otto.activities.agent.codex.CodexAdapter;
import dev.otto.activities.agent.codex.CodexTools;
import dev.otto.activities.agent.replay.Tools;
import dev.otto.activities.gateway.Upstream.Credential;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A real agent that Otto can speak with.
public enum ProviderKind {
  CLAUDE(
      "Claude Code",
      "2.1.329",
      "@anthropic-ai/claude-code",
      "https://api.anthropic.com",
      "ANTHROPIC_API_KEY",
      Credential.API_KEY),
  CODEX(
      "Codex",
      "0.169.0",
      "@openai/codex",
      "https://api.openai.com",
      "OPENAI_API_KEY",
      Credential.BEARER);

  private final String title;
  private final String tried;
  private final String npm;
  private final URI service;
  private final String variable;
  private final Credential credential;

  ProviderKind(
      String title,
      String tried,
      String npm,
      String service,
      String variable,
      Credential credential) {
    this.title = title;
    this.tried = tried;
    this.npm = npm;
    this.service = URI.create(service);
    this.variable = variable;
    this.credential = credential;
  }

  /// Its name in commands, settings and records, which is also that of its program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProviderKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /// The name that people know.
  public String title() {
    return title;
  }

  /// Whether it says what its calls cost.
  public boolean tellsCost() {
    return switch (this) {
      case CLAUDE -> true;
      case CODEX -> false;
    };
  }

  /// The version with which Otto was tried.
  String tried() {
    return tried;
  }

  /// The package that brings it.
  public String npm() {
    return npm;
  }

  /// Where its models are, if nobody says otherwise.
  public URI service() {
    return service;
  }

  /// The variable in which people keep its key.
  public String variable() {
    return variable;
  }

  /// Where its program goes with a login of its user's own.
  Set<String> hosts() {
    return switch (this) {
      case CLAUDE -> Set.of("api.anthropic.com");
      case CODEX -> Set.of("chatgpt.com", "auth.openai.com", "api.openai.com");
    };
  }

  /// What a person without a key does to sign in.
  String signIn() {
    return switch (this) {
      case CLAUDE -> "export CLAUDE_CODE_OAUTH_TOKEN (`claude setup-token` makes one)";
      case CODEX -> "sign in with `codex login`";
    };
  }

  Credential credential() {
    return credential;
  }

  /// What its models can ask of it.
  Tools tools() {
    return switch (this) {
      case CLAUDE -> new ClaudeTools();
      case CODEX -> new CodexTools();
    };
  }

  /// The model that it believes to speak with where a recipe is played; its tools depend on that.
  String rehearsed() {
    return switch (this) {
      case CLAUDE -> "claude-sonnet-4-5";
      case CODEX -> "gpt-5.5";
    };
  }

  AgentAdapter adapter(Path program, Thinking thinking) {
    return switch (this) {
      case CLAUDE -> new ClaudeAdapter(program, thinking);
      case CODEX -> new CodexAdapter(program, thinking);
    };
  }
}

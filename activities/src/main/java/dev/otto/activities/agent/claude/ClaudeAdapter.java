package dev.otto.activities.agent.claude;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.DirectWay;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.Thinking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The adapter to Claude Code: one headless run of its program per call, the prompt on stdin, its
/// events as lines of JSON.
public final class ClaudeAdapter implements AgentAdapter {
  /// It asks again itself, for three minutes, unless told not to: waiting is the run's.
  private static final String NO_RETRIES = "0";

  /// What it may use where no walls stand and it asks before everything else.
  private static final String TOOLS = "Bash,Edit,Write,NotebookEdit,Read,Glob,Grep";

  private static final String SERVERS = ".mcp.json";
  private static final String ANY_OBJECT = "{\"type\":\"object\"}";

  /// What it finds in its home, whatever an agent left there: the words of the repository are in
  /// the prompt, and there are no settings.
  private static final Map<String, String> OWN =
      Map.of(".claude/CLAUDE.md", "", ".claude/settings.json", "{}\n");

  private static final Map<String, String> QUIET =
      Map.of(
          "LANG", "C.UTF-8",
          "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
          "DISABLE_TELEMETRY", "1",
          "DISABLE_ERROR_REPORTING", "1",
          "DISABLE_AUTOUPDATER", "1",
          "CLAUDE_CODE_MAX_RETRIES", NO_RETRIES);

  private final Path program;
  private final Thinking thinking;

  /// The adapter to that program, which thinks so.
  public ClaudeAdapter(Path program, Thinking thinking) {
    this.program = program;
    this.thinking = thinking;
  }

  @Override
  public String provider() {
    return "claude";
  }

  @Override
  public AgentLaunch launch(AgentRequest request) {
    return new AgentLaunch(
        argv(request),
        environment(request.ground()),
        secrets(request.ground()),
        prompt(request),
        OWN,
        List.of(program));
  }

  @Override
  public List<AgentEvent> parse(String line) {
    return ClaudeLine.read(line);
  }

  @Override
  public Optional<String> byHand(Path home, String conversation, Path memory) {
    return Optional.of("claude --resume '%s'".formatted(memory));
  }

  @Override
  public Optional<Path> memories(Path home) {
    return Optional.of(home.resolve(".claude/projects"));
  }

  private static Map<String, String> environment(AgentGround ground) {
    var environment = new HashMap<>(QUIET);
    if (ground.direct().isEmpty()) {
      environment.put("ANTHROPIC_BASE_URL", ground.address().base().toString());
    }
    if (ground.walled()) {
      environment.put("IS_SANDBOX", "1");
    }
    return environment;
  }

  private static Map<String, String> secrets(AgentGround ground) {
    return ground
        .direct()
        .map(way ->
            Map.of("HTTPS_PROXY", way.proxy().toString(), "CLAUDE_CODE_OAUTH_TOKEN", token(way)))
        .orElseGet(() -> Map.of("ANTHROPIC_API_KEY", ground.address().token()));
  }

  private static String token(DirectWay way) {
    return switch (way.login().orElseThrow()) {
      case Login.Token(var text) -> text;
      case Login.Kept _ ->
          throw new IllegalArgumentException("Claude Code is signed in by a token");
    };
  }

  private List<String> argv(AgentRequest request) {
    var argv = new ArrayList<String>();
    argv.addAll(List.of(program.toString(), "-p", "--verbose"));
    argv.addAll(List.of("--output-format", "stream-json"));
    argv.addAll(permissions(request.ground().walled()));
    argv.addAll(settings(request));
    thinking.model().ifPresent(name -> argv.addAll(List.of("--model", name)));
    thinking.effort().ifPresent(depth -> argv.addAll(List.of("--effort", depth.word())));
    thinking
        .maxTurns()
        .ifPresent(most -> argv.addAll(List.of("--max-turns", Integer.toString(most))));
    if (request.answer() instanceof ExpectedAnswer.Structured(var schema, _)) {
      argv.addAll(List.of("--json-schema", understood(schema)));
    }
    request.conversation().ifPresent(name -> argv.addAll(List.of("--resume", name)));
    return argv;
  }

  /// Of a repository its words count, which are in the prompt; what it would have obeyed and
  /// started only where a person allowed it.
  private static List<String> settings(AgentRequest request) {
    var allowed = request.ground().allowed();
    var sources = allowed.contains(".claude") ? "user,project" : "user";
    var settings = new ArrayList<>(List.of("--setting-sources", sources, "--strict-mcp-config"));
    if (allowed.contains(SERVERS)) {
      settings.addAll(List.of("--mcp-config", request.worktree().resolve(SERVERS).toString()));
    }
    return settings;
  }

  /// The schema where Claude Code's own check knows its words; it refuses a newer dialect, and is
  /// then asked for an object whose form the prompt tells.
  private static String understood(String schema) {
    return newer(schema) ? ANY_OBJECT : schema;
  }

  private static boolean newer(String schema) {
    return schema.contains("\"$schema\"");
  }

  private static String prompt(AgentRequest request) {
    return request.answer() instanceof ExpectedAnswer.Structured(var schema, _) && newer(schema)
        ? request.prompt()
            + "\nYour structured answer must have the form of this schema:\n"
            + schema
        : request.prompt();
  }

  /// Behind walls there is nothing to ask a person about.
  private static List<String> permissions(boolean walled) {
    return walled
        ? List.of("--permission-mode", "bypassPermissions")
        : List.of("--permission-mode", "acceptEdits", "--allowedTools", TOOLS);
  }
}

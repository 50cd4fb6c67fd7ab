package dev.otto.activities.agent.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.model.settings.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The adapter to Codex CLI: one `exec` of its program per call, the prompt on stdin, its events as
/// lines of JSON. Its last message is its answer; the form of it is asked for in the prompt, since
/// the service takes no schema but the strictest.
public final class CodexAdapter implements AgentAdapter {
  private static final String OWN = ".codex";
  private static final String FENCE = "```";

  private final Path program;
  private final Thinking thinking;

  /// The adapter to that program, which thinks so. It knows no bound of turns.
  public CodexAdapter(Path program, Thinking thinking) {
    this.program = program;
    this.thinking = thinking;
  }

  @Override
  public String provider() {
    return "codex";
  }

  @Override
  public AgentLaunch launch(AgentRequest request) {
    var ground = request.ground();
    var secrets =
        ground
            .direct()
            .map(way -> Map.of("HTTPS_PROXY", way.proxy().toString()))
            .orElseGet(() -> Map.of(CodexConfig.TOKEN, ground.address().token()));
    return new AgentLaunch(
        argv(request),
        Map.of("LANG", "C.UTF-8", "CODEX_HOME", request.home().resolve(OWN).toString()),
        secrets,
        prompt(request),
        Map.of(OWN + "/config.toml", config(request)),
        List.of(program));
  }

  @Override
  public List<AgentEvent> parse(String line) {
    return CodexLine.read(line);
  }

  @Override
  public boolean boundsTurns() {
    return false;
  }

  @Override
  public Optional<Path> login(Path home) {
    return Optional.of(home.resolve(OWN).resolve("auth.json"));
  }

  /// Its configuration there knows Otto's gateway only, which is closed to people.
  @Override
  public Optional<String> byHand(Path home, String conversation, Path memory) {
    return Optional.of(
        "CODEX_HOME='%s' codex resume -c model_provider=openai %s"
            .formatted(home.resolve(OWN), conversation));
  }

  @Override
  public Optional<Path> memories(Path home) {
    return Optional.of(home.resolve(OWN).resolve("sessions"));
  }

  @Override
  public AgentOutcome conclude(AgentRequest request, AgentEnd end, AgentTrace trace) {
    var answered =
        trace.finished().filter(Finished::succeeded).map(_ -> finished(request.answer(), trace));
    var whole = answered.isPresent() ? trace.finished(answered) : trace;
    return AgentOutcome.of(end, whole, request.answer());
  }

  private static String config(AgentRequest request) {
    var ground = request.ground();
    var config =
        ground.direct().isPresent()
            ? CodexConfig.signedIn()
            : CodexConfig.of(ground.address().base());
    return ground.allowed().contains(OWN)
        ? config + CodexConfig.trusting(request.worktree())
        : config;
  }

  private List<String> argv(AgentRequest request) {
    var argv = new ArrayList<String>();
    argv.addAll(List.of(program.toString(), "exec"));
    if (request.conversation().isPresent()) {
      argv.add("resume");
    }
    argv.addAll(List.of("--json", "--skip-git-repo-check", "--disable", "plugins"));
    argv.addAll(List.of("--disable", "apps"));
    // By a setting, for a resumed conversation knows no option for it and could write nothing.
    argv.addAll(List.of("-c", "sandbox_mode=\"" + sandbox(request) + "\""));
    thinking.model().ifPresent(name -> argv.addAll(List.of("--model", name)));
    thinking
        .effort()
        .ifPresent(
            depth -> argv.addAll(List.of("-c", "model_reasoning_effort=\"" + word(depth) + "\"")));
    request.conversation().ifPresent(argv::add);
    argv.add("-");
    return argv;
  }

  /// Codex's word for it.
  private static String word(Effort effort) {
    return switch (effort) {
      case LOW, MEDIUM, HIGH -> effort.word();
      case MAX -> "xhigh";
    };
  }

  /// Behind walls its own would only be in the way.
  private static String sandbox(AgentRequest request) {
    return request.ground().walled() ? "danger-full-access" : "workspace-write";
  }

  private static String prompt(AgentRequest request) {
    return switch (request.answer()) {
      case ExpectedAnswer.Words() -> request.prompt();
      case ExpectedAnswer.Structured(var schema, _) ->
          request.prompt()
              + "\nYour last message must be one JSON document for this schema, and nothing else:\n"
              + schema;
    };
  }

  private static Finished finished(ExpectedAnswer answer, AgentTrace trace) {
    var text = trace.said().orElse("");
    return switch (answer) {
      case ExpectedAnswer.Words() -> new Finished(true, text, Optional.empty());
      case ExpectedAnswer.Structured _ -> new Finished(true, text, document(text.strip()));
    };
  }

  private static Optional<JsonNode> document(String text) {
    try {
      return Optional.of(Tree.parse(unfenced(text)));
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  /// Models like to put a fence around what should stand alone.
  private static String unfenced(String text) {
    return text.startsWith(FENCE) && text.endsWith(FENCE) && text.indexOf('\n') > 0
        ? text.substring(text.indexOf('\n') + 1, text.length() - FENCE.length())
        : text;
  }
}

package dev.otto.activities.agent.plugged;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.DirectWay;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.protocol.EventLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The adapter to a program of somebody else that speaks `otto-agent/1`. The form of an answer is
/// asked for in the prompt; model and effort, where they were chosen, stand in its environment.
public final class PluggedAdapter implements AgentAdapter {
  private final String name;
  private final List<String> command;
  private final Map<String, String> secrets;
  private final List<Path> readable;
  private final Thinking thinking;

  /// The adapter to that command.
  ///
  /// @param secrets variables of its environment that nobody else sees
  /// @param readable what it reads beside the system, its own program aside
  public PluggedAdapter(
      String name,
      List<String> command,
      Map<String, String> secrets,
      List<Path> readable,
      Thinking thinking) {
    this.name = name;
    this.command = List.copyOf(command);
    this.secrets = Map.copyOf(secrets);
    this.readable = List.copyOf(readable);
    this.thinking = thinking;
  }

  @Override
  public String provider() {
    return name;
  }

  @Override
  public AgentLaunch launch(AgentRequest request) {
    var environment = new HashMap<>(Map.of("LANG", "C.UTF-8"));
    environment.put("OTTO_STAGE", request.order().stage().word());
    thinking.model().ifPresent(model -> environment.put("OTTO_MODEL", model));
    thinking.effort().ifPresent(effort -> environment.put("OTTO_EFFORT", effort.word()));
    return new AgentLaunch(
        command,
        environment,
        secrets(request),
        prompt(request),
        Map.of(),
        Stream.concat(Stream.of(Path.of(command.getFirst())), readable.stream()).toList());
  }

  @Override
  public List<AgentEvent> parse(String line) {
    return line.isBlank() ? List.of() : List.of(EventLine.read(line));
  }

  private Map<String, String> secrets(AgentRequest request) {
    var all = new HashMap<>(secrets);
    request
        .ground()
        .direct()
        .map(DirectWay::proxy)
        .ifPresent(proxy -> all.put("HTTPS_PROXY", proxy.toString()));
    return all;
  }

  private static String prompt(AgentRequest request) {
    return switch (request.answer()) {
      case ExpectedAnswer.Words() -> request.prompt();
      case ExpectedAnswer.Structured(var schema, _) ->
          request.prompt()
              + "\nPut one JSON document for this schema into `structured` of your `finished` line:\n"
              + schema;
    };
  }
}

package dev.otto.activities.provider;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.plugged.PluggedAdapter;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.settings.AgentChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A program of the user's own that speaks `otto-agent/1`, under a name of the user's own.
///
/// @param hosts to which it may go; none = it has no network
/// @param secrets variables of its environment, with their values
/// @param readable what it reads beside the system
public record OwnAgent(
    String name,
    List<String> command,
    Set<String> hosts,
    Map<String, String> secrets,
    List<Path> readable) {
  public OwnAgent {
    command = List.copyOf(command);
    hosts = Set.copyOf(hosts);
    secrets = Map.copyOf(secrets);
    readable = List.copyOf(readable);
  }

  /// The program of that command as it lies on this machine, by its own path, and with it what the
  /// command names of files.
  public static OwnAgent of(
      String name,
      List<String> command,
      Set<String> hosts,
      Map<String, String> secrets,
      List<Path> readable) {
    var program = real(Path.of(command.getFirst()));
    var words = Stream.concat(Stream.of(program.toString()), command.stream().skip(1)).toList();
    var named =
        command.stream()
            .skip(1)
            .filter(word -> word.startsWith("/"))
            .map(word -> Path.of(word).normalize())
            .filter(Files::isRegularFile);
    return new OwnAgent(
        name, words, hosts, secrets, Stream.concat(readable.stream(), named).distinct().toList());
  }

  private static Path real(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException notThere) {
      return program.normalize();
    }
  }

  /// How Otto speaks with it.
  public AgentAdapter adapter(Thinking thinking) {
    return new PluggedAdapter(name, command, secrets, readable, thinking);
  }

  Agent agent(AgentChoice choice, int maxTurns) {
    var thinking = new Thinking(choice.model(), choice.effort(), Optional.of(maxTurns));
    return hosts.isEmpty()
        ? new Agent(adapter(thinking), Optional.empty())
        : new Agent(adapter(thinking), new Agent.Direct(Optional.empty(), hosts));
  }

  boolean there() {
    return Files.isExecutable(Path.of(command.getFirst()));
  }

  Fact fact() {
    return there()
        ? new Fact(
            name,
            Health.OK,
            "%s is here; whether it keeps to otto-agent/1 says `otto agent check`."
                .formatted(command.getFirst()),
            "")
        : new Fact(
            name,
            Health.ABSENT,
            "%s is no program.".formatted(command.getFirst()),
            "Correct `agents.%s.command` in config.yaml.".formatted(name));
  }

  @Override
  public String toString() {
    return "OwnAgent[%s, %s]".formatted(name, command);
  }
}

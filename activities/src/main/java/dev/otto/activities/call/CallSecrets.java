package dev.otto.activities.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.provider.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must not be kept of what a call leaves behind: what opened its way to its model, and the
/// login of its user.
final class CallSecrets {
  /// A shorter text of a login's file is a name or a date.
  private static final int SHORTEST = 20;

  private CallSecrets() {}

  static Set<String> of(AgentLaunch launch, Agent agent) {
    var secrets = new TreeSet<>(launch.secrets().values());
    agent.direct().flatMap(Agent.Direct::login).map(CallSecrets::of).ifPresent(secrets::addAll);
    return secrets;
  }

  private static Set<String> of(Login login) {
    return switch (login) {
      case Login.Token(var text) -> Set.of(text);
      case Login.Kept(var file) -> texts(file);
    };
  }

  private static Set<String> texts(Path file) {
    try {
      return texts(Tree.parse(Files.readString(file)))
          .filter(text -> text.length() >= SHORTEST)
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      return Set.of();
    }
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.textValue())
        : node.valueStream().flatMap(CallSecrets::texts);
  }
}

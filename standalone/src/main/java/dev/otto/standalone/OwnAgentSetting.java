package dev.otto.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.WishesInFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the settings say about programs of the user's own: `agents.<name>.command` in
/// `config.yaml`, or `OTTO_AGENT_<NAME>` with the words of the command. A repository's file cannot
/// name any.
record OwnAgentSetting(SettingsFile file, Map<String, String> environment) {
  private static final String VARIABLE = "OTTO_AGENT_";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Set<String> KEYS = Set.of("command", "hosts", "secrets", "readable");

  List<OwnAgent> all() {
    var agents = new LinkedHashMap<String, OwnAgent>();
    file.agents()
        .properties()
        .forEach(entry -> {
          if (inFile(entry.getValue())) {
            agents.put(entry.getKey(), read(entry.getKey(), entry.getValue()));
          }
        });
    environment.forEach((variable, text) -> {
      if (variable.startsWith(VARIABLE) && !text.isBlank()) {
        var name = variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
        var command = List.of(text.strip().split("\\s+"));
        agents.put(name, agent(name, command, Set.of(), Map.of(), List.of()));
      }
    });
    return List.copyOf(agents.values());
  }

  /// Whether what stands below `agents` is a program, not a role.
  static boolean inFile(JsonNode node) {
    return node.has("command");
  }

  private OwnAgent read(String name, JsonNode node) {
    node.fieldNames()
        .forEachRemaining(key -> {
          if (!KEYS.contains(key)) {
            throw new SettingsRefusal.Unusable(
                    "config.yaml has no meaning for `agents.%s.%s`; there are %s."
                        .formatted(name, key, KEYS.stream().sorted().toList()))
                .refused();
          }
        });
    return agent(
        name,
        texts(node.path("command"), name, "command"),
        Set.copyOf(texts(node.path("hosts"), name, "hosts")),
        secrets(name, texts(node.path("secrets"), name, "secrets")),
        texts(node.path("readable"), name, "readable").stream().map(Path::of).toList());
  }

  private static OwnAgent agent(
      String name,
      List<String> command,
      Set<String> hosts,
      Map<String, String> secrets,
      List<Path> readable) {
    var taken =
        WishesInFile.role(name) || name.equals("scripted") || ProviderKind.named(name).isPresent();
    if (taken || !NAME.matcher(name).matches()) {
      throw new Setting("The name of an agent", name)
          .wrong("lower-case letters, digits and dashes, and no name that Otto uses");
    }
    if (command.isEmpty() || !Path.of(command.getFirst()).isAbsolute()) {
      throw new Setting("`agents.%s.command`".formatted(name), String.join(" ", command))
          .wrong("a list that begins with the absolute path of a program");
    }
    if (!readable.stream().allMatch(path -> path.isAbsolute() && path.equals(path.normalize()))) {
      throw new Setting("`agents.%s.readable`".formatted(name), readable.toString())
          .wrong("a list of absolute paths");
    }
    return OwnAgent.of(name, command, hosts, secrets, readable);
  }

  private Map<String, String> secrets(String agent, List<String> variables) {
    return variables.stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> {
                  var value = environment.get(name);
                  if (value == null || value.isBlank()) {
                    var setting = "`agents.%s.secrets` in config.yaml".formatted(agent);
                    throw new SettingsRefusal.UnsetVariable(setting, name).refused();
                  }
                  return value;
                }));
  }

  private static List<String> texts(JsonNode node, String agent, String key) {
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    node.forEach(item -> texts.add(item.asText()));
    if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
      throw new Setting("`agents.%s.%s` in config.yaml".formatted(agent, key), node.toString())
          .wrong("a list of words");
    }
    return List.copyOf(texts);
  }
}

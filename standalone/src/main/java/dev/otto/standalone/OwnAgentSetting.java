package dev.otto.standalone;

import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.settings.Role;
import dev.otto.model.settings.file.Key;
import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the settings say about programs of the user's own: `agents.<name>.command` in
/// `config.yaml`, or `OTTO_AGENT_<NAME>` with the words of the command. A repository's file cannot
/// name any.
record OwnAgentSetting(Written file, Map<String, String> environment) {
  private static final String VARIABLE = "OTTO_AGENT_";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  List<OwnAgent> all() {
    var agents = new LinkedHashMap<String, OwnAgent>();
    names().forEach(name -> agents.put(name, read(name)));
    environment.forEach((variable, text) -> {
      if (variable.startsWith(VARIABLE) && !text.isBlank()) {
        var name = variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
        var command = List.of(text.strip().split("\\s+"));
        agents.put(name, agent(name, command, Set.of(), Map.of(), List.of()));
      }
    });
    return List.copyOf(agents.values());
  }

  private Set<String> names() {
    return Stream.of(Keys.OWN_COMMAND, Keys.OWN_HOSTS, Keys.OWN_SECRETS, Keys.OWN_READABLE)
        .flatMap(key -> file.each(key).keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private OwnAgent read(String name) {
    return agent(
        name,
        said(Keys.OWN_COMMAND, name),
        Set.copyOf(said(Keys.OWN_HOSTS, name)),
        secrets(name, said(Keys.OWN_SECRETS, name)),
        said(Keys.OWN_READABLE, name).stream().map(Path::of).toList());
  }

  private List<String> said(Key<List<String>> key, String name) {
    return file.each(key).getOrDefault(name, List.of());
  }

  private static OwnAgent agent(
      String name,
      List<String> command,
      Set<String> hosts,
      Map<String, String> secrets,
      List<Path> readable) {
    var taken = role(name) || name.equals("scripted") || ProviderKind.named(name).isPresent();
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

  private static boolean role(String name) {
    return name.equals("certifier")
        || Arrays.stream(Role.values()).anyMatch(role -> role.word().equals(name));
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
}

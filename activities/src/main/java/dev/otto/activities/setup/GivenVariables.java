package dev.otto.activities.setup;

import dev.otto.activities.host.Host;
import dev.otto.activities.host.SettingsFile;
import dev.otto.model.json.Yaml;
import dev.otto.model.run.Run;
import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that a project asks for and its user gives to just this project, with the values
/// that they have in the user's environment. Nothing keeps them.
///
/// @param repository the user's folder of the project
public record GivenVariables(Host host, Path repository) {
  /// Those of a run, for a Cell of its setup, its checks or its product; agents get none.
  public static Map<String, String> of(Host host, Run run) {
    return new GivenVariables(host, host.runs().repository(run))
        .of(CommittedSettings.of(host, run));
  }

  /// Those that these settings of the project ask for.
  ///
  /// @throws dev.otto.model.Refusal.Refused with a [SetupRefusal] if one is not given or not set
  public Map<String, String> of(Written project) {
    var names = project.get(Keys.WANTED_VARIABLES).orElse(List.of());
    var given = names.isEmpty() ? Map.<String, String>of() : references();
    var values = new LinkedHashMap<String, String>();
    for (var name : names) {
      values.put(name, value(name, given));
    }
    return values;
  }

  private String value(String name, Map<String, String> given) {
    var variable = Optional.ofNullable(given.get(name));
    return variable
        .flatMap(host.variables()::value)
        .orElseThrow(() -> new SetupRefusal.NotGiven(name, variable, repository).refused());
  }

  /// What the user's file gives to this project: names, and the variables that they refer to.
  private Map<String, String> references() {
    return SettingsFile.ofUser(host.places().home())
        .written()
        .get(Keys.GIVEN_VARIABLES)
        .map(this::mine)
        .orElse(Map.of());
  }

  private Map<String, String> mine(Yaml.Entries folders) {
    var mine = new LinkedHashMap<String, String>();
    folders
        .all()
        .forEach((folder, names) -> {
          if (real(Path.of(folder)).equals(real(repository))) {
            mine.putAll(Keys.references(names));
          }
        });
    return mine;
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException notThere) {
      return folder.normalize();
    }
  }
}

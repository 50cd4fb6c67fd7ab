package dev.otto.standalone;

import dev.otto.activities.host.SettingsFile;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.PriceTable;
import dev.otto.model.settings.file.Keys;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.up.Role;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server of one machine is told: which engine carries it, which database it keeps its
/// truth in, and how much walls are wanted around foreign code.
///
/// The environment counts more than `config.yaml` in the home; both may be silent. Which keys there
/// are is told by [dev.otto.model.settings.file.Keys].
public record ServerSettings(EngineChoice engine, DatabaseChoice database, Sandbox sandbox) {
  private static final Logger LOG = LoggerFactory.getLogger(ServerSettings.class);

  /// With the walls that there are.
  public ServerSettings(EngineChoice engine, DatabaseChoice database) {
    this(engine, database, Sandbox.PREFERRED);
  }

  /// What they say about the real agents.
  public static List<ProviderSettings> providers(Home home, Map<String, String> environment) {
    return new ProviderSetting(SettingsFile.ofUser(home.folder()).written(), environment).all();
  }

  /// Programs of the user's own that can be agents.
  public static List<OwnAgent> ownAgents(Home home, Map<String, String> environment) {
    return new OwnAgentSetting(SettingsFile.ofUser(home.folder()).written(), environment).all();
  }

  /// What models cost, as its user has it.
  public static PriceTable prices(Home home, Map<String, String> environment) {
    var file = SettingsFile.ofUser(home.folder()).written();
    return file.get(Keys.PRICES)
        .map(prices -> new PriceSetting(prices).table(names(ownAgents(home, environment))))
        .orElse(PriceTable.NONE);
  }

  private static List<String> names(List<OwnAgent> agents) {
    return agents.stream().map(OwnAgent::name).toList();
  }

  /// The same, if they fit the role: two halves of a team need an engine and a database that both
  /// can reach.
  ServerSettings sharedFor(Role role) {
    var shared =
        engine instanceof EngineChoice.External && database instanceof DatabaseChoice.External;
    if (role != Role.EVERYTHING && !shared) {
      throw new SettingsRefusal.NotShared().refused();
    }
    return this;
  }

  /// The settings of a home, or a refusal with one sentence.
  public static ServerSettings read(Home home, Map<String, String> environment) {
    var file = SettingsFile.ofUser(home.folder()).written();
    file.notices().forEach(LOG::warn);
    return new ServerSettings(
        new EngineSetting(file, environment).choice(),
        new DatabaseSetting(file, environment).choice(),
        new SandboxSetting(file, environment).choice());
  }
}

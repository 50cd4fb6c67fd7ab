package dev.otto.standalone;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.PriceTable;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.home.Home;
import java.util.List;
import java.util.Map;

/// What the server of one machine is told: which engine carries it, which database it keeps its
/// truth in, and how much walls are wanted around foreign code.
///
/// The environment wins over `config.yaml` in the home; both may be silent.
///
/// | `config.yaml` | Environment | Values |
/// | --- | --- | --- |
/// | `engine` | `OTTO_ENGINE` | `auto` (default), `dev-server`, `in-process`, `external:<host>:<port>` |
/// | `temporal` | `OTTO_TEMPORAL` | path of the `temporal` program |
/// | `engine_download` | `OTTO_ENGINE_DOWNLOAD` | `on` (default): where there is no such program, the first start tries to fetch one; `off` |
/// | `sandbox` | `OTTO_SANDBOX` | `preferred` (default), `required`: no run without all walls, `off` |
/// | `database.url` | `OTTO_DATABASE_URL` | `jdbc:postgresql://…`; without it Otto brings its own |
/// | `database.user` | `OTTO_DATABASE_USER` | `otto` by default |
/// | `database.password` | `OTTO_DATABASE_PASSWORD` | in the file only as `${NAME}` of a variable |
/// | `providers.claude.program` | `OTTO_CLAUDE` | path of the program; by default `claude` on the path |
/// | `providers.claude.model` | `OTTO_CLAUDE_MODEL` | which model thinks; by default the program chooses |
/// | `providers.claude.url` | `OTTO_CLAUDE_URL` | where its service is; by default its maker's |
/// | `providers.claude.key` | `ANTHROPIC_API_KEY` | in the file only as `${NAME}` of a variable |
/// | `provider`, `model`, `effort` | `OTTO_PROVIDER`, … of `otto run` | who shall think where the run and the project say nothing |
/// | `agents.<role>.…` | `OTTO_<ROLE>_PROVIDER`, … of `otto run` | the same for `spec`, `build`, `audit` or `fix` |
/// | `agents.<name>.command` | `OTTO_AGENT_<NAME>` | a program of your own that speaks otto-agent/1; beside it `hosts`, `secrets` (names of variables) and `readable` |
/// | `max_turns_per_call` | `OTTO_MAX_TURNS` of `otto run` | turns of a model in one call, 200 by default |
/// | `prices` | | what models cost: their `date`, and below `<provider>.<model>` dollars for a million tokens (`input`, `cached_input`, `output`) |
/// | `providers.claude.login` | `CLAUDE_CODE_OAUTH_TOKEN` | without a key: a token that lives long, in the file only as `${NAME}` |
/// | `providers.codex.login` | | without a key: the file of `codex login`, by default `~/.codex/auth.json` |
/// | `providers.codex.…` | `OTTO_CODEX…`, `OPENAI_API_KEY` | the same for Codex |
public record ServerSettings(EngineChoice engine, DatabaseChoice database, Sandbox sandbox) {
  /// With the walls that there are.
  public ServerSettings(EngineChoice engine, DatabaseChoice database) {
    this(engine, database, Sandbox.PREFERRED);
  }

  /// What they say about the real agents.
  public static List<ProviderSettings> providers(Home home, Map<String, String> environment) {
    return new ProviderSetting(SettingsFile.read(home.config()), environment).all();
  }

  /// Programs of the user's own that can be agents.
  public static List<OwnAgent> ownAgents(Home home, Map<String, String> environment) {
    return new OwnAgentSetting(SettingsFile.read(home.config()), environment).all();
  }

  /// What models cost, as its user has it.
  public static PriceTable prices(Home home, Map<String, String> environment) {
    return new PriceSetting(SettingsFile.read(home.config()).prices())
        .table(ownAgents(home, environment).stream().map(OwnAgent::name).toList());
  }

  /// Who shall think, as its user has it.
  public static AgentWishes wishes(Home home) {
    return SettingsFile.read(home.config()).wishes();
  }

  /// The settings of a home, or a refusal with one sentence.
  public static ServerSettings read(Home home, Map<String, String> environment) {
    var file = SettingsFile.read(home.config());
    return new ServerSettings(
        new EngineSetting(file, environment).choice(),
        new DatabaseSetting(file, environment).choice(),
        new SandboxSetting(file, environment).choice());
  }
}

package dev.otto.model.settings.file;

import dev.otto.model.Nearest;
import dev.otto.model.json.Yaml;
import dev.otto.model.settings.AgentLayers;
import dev.otto.model.settings.Effort;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.Role;
import dev.otto.model.settings.file.Key.Since;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every key that Otto obeys, and nowhere else: readers, `otto config` and the documentation follow
/// it.
public final class Keys {
  private static final int LONGEST = 100;
  private static final int MOST_TRIES = 100;
  private static final int MOST_SECONDS = 366 * 86_400;
  private static final int MOST_TURNS = 100_000;
  private static final List<String> EFFORTS =
      Arrays.stream(Effort.values()).map(Effort::word).toList();
  private static final List<String> WALLS = List.of("preferred", "required", "off");
  private static final String ROLE = "as for all roles";

  public static final Key<String> PROVIDER =
      forRuns(
          "provider",
          KeyType.name(),
          "the only agent that is signed in",
          "OTTO_PROVIDER",
          "The program that thinks.");
  public static final Key<String> MODEL =
      forRuns("model", KeyType.name(), "its program's", "OTTO_MODEL", "Which model thinks.");
  public static final Key<Effort> EFFORT =
      forRuns(
          "effort",
          KeyType.oneOf(EFFORTS, Effort::named),
          "its program's",
          "OTTO_EFFORT",
          "How deeply it thinks.");
  public static final Key<Integer> MAX_TURNS =
      forRuns(
          "max_turns_per_call",
          KeyType.number(1, MOST_TURNS),
          String.valueOf(AgentLayers.MAX_TURNS),
          "OTTO_MAX_TURNS",
          "Turns that a model may take in one call.");
  public static final Key<List<String>> FAILOVER =
      forRuns(
          "failover",
          KeyType.names(),
          "a call waits for its own account",
          "",
          "Who thinks, in this order, each while those before cannot be used.");
  public static final Key<Integer> RUN_SECONDS =
      forRuns(
          "run_budget_seconds",
          KeyType.number(1, MOST_SECONDS),
          "no limit",
          "",
          "Working time of a run; `otto run --budget` says it for one.");
  public static final Key<BigDecimal> RUN_USD =
      forRuns(
          "budgets.total_cost_usd",
          KeyType.usd(),
          "no limit",
          "",
          "What the calls of a run may cost.");
  public static final Key<BigDecimal> GROUP_USD =
      forRuns(
          "budgets.per_group_cost_usd",
          KeyType.usd(),
          "no limit",
          "",
          "What the calls of a group may cost.");
  public static final Key<Limits> PROJECT_PER_DAY =
      forRuns(
          "budgets.project_per_day",
          KeyType.limits(),
          "no limit",
          "",
          "What all runs of the project may use on one day; of two files the smaller amount counts.");
  public static final Key<Integer> MAX_ATTEMPTS =
      forRuns(
          "retries.check_loop.max_attempts_per_group",
          KeyType.number(1, MOST_TRIES),
          "3",
          "",
          "Attempts of a group before it has failed.");
  public static final Key<Integer> MAX_ROUNDS =
      forRuns(
          "retries.audit_loop.max_audit_passes_per_run",
          KeyType.number(1, MOST_TRIES),
          "3",
          "",
          "Audits of a run.");

  public static final Key<List<List<String>>> SETUP =
      new Key<>(
          "setup",
          KeyType.commands(),
          "nothing",
          Set.of(FileKind.PROJECT),
          Optional.empty(),
          Since.NEXT_RUN,
          "Commands that make a folder ready before anything works in it, as the newest commit has them.");

  public static final Key<List<List<String>>> TEARDOWN =
      new Key<>(
          "teardown",
          KeyType.commands(),
          "nothing",
          Set.of(FileKind.PROJECT),
          Optional.empty(),
          Since.NEXT_RUN,
          "Commands that are run in each folder that was made ready, before it is taken away, also of a run that is aborted; at most two minutes each. What fails is told and changes no verdict.");

  public static final Key<List<String>> COPY =
      new Key<>(
          "copy",
          KeyType.paths(),
          "nothing",
          Set.of(FileKind.PROJECT),
          Optional.empty(),
          Since.NEXT_RUN,
          "Files and folders of your checkout that are in no commit and that every folder of a run gets; agents can read them, and no commit of a run has them.");
  public static final Key<List<String>> WANTED_VARIABLES =
      new Key<>(
          "env",
          KeyType.given(),
          "none",
          Set.of(FileKind.PROJECT),
          Optional.empty(),
          Since.NEXT_RUN,
          "Variables that setup, checks and the product need; agents do not see them. Each must be given in `config.yaml`.");
  public static final Key<Yaml.Entries> GIVEN_VARIABLES =
      new Key<>(
          "env",
          KeyType.referring(),
          "none",
          Set.of(FileKind.USER),
          Optional.empty(),
          Since.NEXT_RUN,
          "The variables that a project gets if it asks for them; their values are kept nowhere.");

  public static final Key<List<String>> PACKAGES =
      new Key<>(
          "packages",
          KeyType.words("a list of names of hosts; [] for none"),
          "the registries of npm, Maven, Gradle, pip, cargo and go",
          Set.of(FileKind.USER),
          Optional.empty(),
          Since.NEXT_RUN,
          "From where agents at work may fetch packages, by TLS; never from this machine, its neighbours or where models are.");

  public static final Key<String> ENGINE =
      ofServer(
          "engine",
          KeyType.text("auto, dev-server, in-process or external:<host>:<port>"),
          "auto",
          "OTTO_ENGINE",
          "What carries runs on.");
  public static final Key<String> TEMPORAL =
      ofServer(
          "temporal",
          KeyType.path("a program"),
          "`temporal` on the path",
          "OTTO_TEMPORAL",
          "The program of the engine.");
  public static final Key<String> ENGINE_DOWNLOAD =
      ofServer(
          "engine_download",
          words(List.of("on", "off")),
          "on",
          "OTTO_ENGINE_DOWNLOAD",
          "Whether the first start tries to fetch that program where there is none.");
  public static final Key<String> SANDBOX =
      ofServer(
          "sandbox",
          words(WALLS),
          "preferred",
          "OTTO_SANDBOX",
          "How much walls are wanted around foreign code; `required`: no run without all of them.");
  public static final Key<String> DATABASE_URL =
      ofServer(
          "database.url",
          KeyType.address("an address that begins with jdbc:postgresql:// and holds no password"),
          "Otto brings its own",
          "OTTO_DATABASE_URL",
          "Where Otto keeps its truth.");
  public static final Key<String> DATABASE_USER =
      ofServer(
          "database.user",
          KeyType.text("a name"),
          "otto",
          "OTTO_DATABASE_USER",
          "Who Otto is for that database.");
  public static final Key<String> DATABASE_PASSWORD =
      ofServer(
          "database.password",
          KeyType.reference(),
          "none",
          "OTTO_DATABASE_PASSWORD",
          "The password for it.");

  public static final Key<List<String>> OWN_COMMAND =
      own(
          "command",
          KeyType.words("a list of words that begins with the absolute path of a program"),
          "A program of your own that speaks otto-agent/1, under a name of your own.");
  public static final Key<List<String>> OWN_HOSTS =
      own("hosts", KeyType.words("a list of words"), "The hosts to which it may go.");
  public static final Key<List<String>> OWN_SECRETS =
      own("secrets", KeyType.variables(), "Variables of the environment that it is given.");
  public static final Key<List<String>> OWN_READABLE =
      own(
          "readable",
          KeyType.words("a list of absolute paths"),
          "What it may read beside the system.");

  public static final Key<Yaml.Entries> PRICES =
      ofServer(
          "prices",
          KeyType.tree(
              "a `date`, and below `<provider>.<model>` dollars for a million tokens: `input`, `cached_input`, `output`"),
          "none",
          "",
          "What models cost, where their service does not say so.");

  private static final List<String> REAL = List.of("claude", "codex");

  /// All of them, in the order in which people read them.
  private static final List<Key<?>> ALL =
      Stream.of(
              Stream.of(PROVIDER, MODEL, EFFORT, FAILOVER),
              Arrays.stream(Role.values())
                  .flatMap(
                      role -> Stream.of(provider(role), model(role), effort(role), failover(role))),
              Stream.of(MAX_TURNS, MAX_ATTEMPTS, MAX_ROUNDS),
              Stream.of(RUN_SECONDS, RUN_USD, GROUP_USD, PROJECT_PER_DAY),
              Stream.of(SETUP, TEARDOWN, COPY, WANTED_VARIABLES, GIVEN_VARIABLES),
              Stream.of(OWN_COMMAND, OWN_HOSTS, OWN_SECRETS, OWN_READABLE),
              REAL.stream()
                  .flatMap(name -> Stream.of(program(name), model(name), url(name), key(name))),
              Stream.of(claudeLogin(), codexLogin()),
              Stream.of(PRICES),
              Stream.of(PACKAGES, ENGINE, TEMPORAL, ENGINE_DOWNLOAD, SANDBOX),
              Stream.of(DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD))
          .<Key<?>>flatMap(keys -> keys)
          .toList();

  private Keys() {}

  public static List<Key<?>> all() {
    return ALL;
  }

  /// Who thinks in that role.
  public static Key<String> provider(Role role) {
    return ofRole(role, "provider", KeyType.name(), "The same for %s.");
  }

  public static Key<String> model(Role role) {
    return ofRole(role, "model", KeyType.name(), "The same for %s.");
  }

  public static Key<Effort> effort(Role role) {
    return ofRole(role, "effort", KeyType.oneOf(EFFORTS, Effort::named), "The same for %s.");
  }

  public static Key<List<String>> failover(Role role) {
    return new Key<>(
        "agents.%s.failover".formatted(role.word()),
        KeyType.names(),
        ROLE,
        Set.of(FileKind.PROJECT, FileKind.USER),
        Optional.empty(),
        Since.NEXT_RUN,
        "The same for %s.".formatted(work(role)));
  }

  /// Where the program of that agent is.
  public static Key<String> program(String agent) {
    return ofAgent(
        agent,
        "program",
        KeyType.path("a program"),
        "`%s` on the path".formatted(agent),
        "",
        "Its program.");
  }

  public static Key<String> model(String agent) {
    return ofAgent(
        agent,
        "model",
        KeyType.text("a name"),
        "its program's",
        "_MODEL",
        "Which model thinks where nothing else says so.");
  }

  public static Key<String> url(String agent) {
    return ofAgent(
        agent,
        "url",
        KeyType.address("an address that begins with https:// or http:// and holds no password"),
        "its maker's",
        "_URL",
        "Where its service is.");
  }

  public static Key<String> key(String agent) {
    return ofServer(
        "providers.%s.key".formatted(agent),
        KeyType.reference(),
        "none",
        agent.equals("claude") ? "ANTHROPIC_API_KEY" : "OPENAI_API_KEY",
        "The key for its service; no agent sees it.");
  }

  /// Without a key: a token that lives long.
  public static Key<String> claudeLogin() {
    return ofServer(
        "providers.claude.login",
        KeyType.reference(),
        "none",
        "CLAUDE_CODE_OAUTH_TOKEN",
        "Without a key: the token of `claude setup-token`.");
  }

  /// Without a key: the file of a login.
  public static Key<String> codexLogin() {
    return ofServer(
        "providers.codex.login",
        KeyType.path("a file"),
        "~/.codex/auth.json",
        "",
        "Without a key: the file of `codex login`.");
  }

  /// The key of that name, as it stands in a file of this kind, else in the other.
  static Optional<Key<?>> named(String name, FileKind kind) {
    var named = ALL.stream().filter(key -> key.named(name)).toList();
    return named.stream()
        .filter(key -> key.files().contains(kind))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /// Names with `${VARIABLE}` behind them: the variable by the name.
  public static Map<String, String> references(Yaml names) {
    return KeyType.references(names).orElse(Map.of());
  }

  /// Whether there are keys below that name.
  static boolean group(String name) {
    return ALL.stream().anyMatch(key -> key.below(name));
  }

  /// The key that was probably meant.
  public static Optional<String> nearest(String name) {
    return name.length() > LONGEST
        ? Optional.empty()
        : Nearest.to(
            name,
            Stream.concat(ALL.stream().map(Key::name), ALL.stream().flatMap(Keys::groups))
                .distinct()
                .toList());
  }

  /// What is to be said of a key that people may know and that is not obeyed.
  public static Optional<String> otherwise(String name) {
    return OtherKeys.toCome(name)
        .map(instead -> "`%s` is not there yet: %s.".formatted(name, instead))
        .or(() ->
            OtherKeys.gone(name)
                .map(why -> "`%s` has no meaning any more: %s.".formatted(name, why)));
  }

  private static Stream<String> groups(Key<?> key) {
    var end = key.name().indexOf('.');
    return end < 0 ? Stream.empty() : Stream.of(key.name().substring(0, end));
  }

  private static KeyType<String> words(List<String> words) {
    return KeyType.oneOf(words, word -> Optional.of(word).filter(words::contains));
  }

  private static <T> Key<T> ofRole(Role role, String part, KeyType<T> type, String sentence) {
    return forRuns(
        "agents.%s.%s".formatted(role.word(), part),
        type,
        ROLE,
        "OTTO_%s_%s".formatted(role.name(), part.toUpperCase(Locale.ROOT)),
        sentence.formatted(work(role)));
  }

  private static String work(Role role) {
    return switch (role) {
      case SPEC -> "the spec";
      case BUILD -> "building";
      case AUDIT -> "the audit";
      case FIX -> "repairs and merge conflicts";
    };
  }

  private static <T> Key<T> forRuns(
      String name, KeyType<T> type, String fallback, String variable, String sentence) {
    return new Key<>(
        name,
        type,
        fallback,
        Set.of(FileKind.PROJECT, FileKind.USER),
        Optional.of(variable).filter(it -> !it.isEmpty()),
        Since.NEXT_RUN,
        sentence);
  }

  private static <T> Key<T> ofServer(
      String name, KeyType<T> type, String fallback, String variable, String sentence) {
    return new Key<>(
        name,
        type,
        fallback,
        Set.of(FileKind.USER),
        Optional.of(variable).filter(it -> !it.isEmpty()),
        Since.NEXT_START,
        sentence);
  }

  private static <T> Key<T> ofAgent(
      String agent, String part, KeyType<T> type, String fallback, String suffix, String sentence) {
    return ofServer(
        "providers.%s.%s".formatted(agent, part),
        type,
        fallback,
        "OTTO_" + agent.toUpperCase(Locale.ROOT) + suffix,
        sentence);
  }

  private static <T> Key<T> own(String part, KeyType<T> type, String sentence) {
    return ofServer("agents.<name>." + part, type, "none", "", sentence);
  }
}

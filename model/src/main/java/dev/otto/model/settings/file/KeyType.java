package dev.otto.model.settings.file;

import dev.otto.model.json.Yaml;
import dev.otto.model.settings.LimitWords;
import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What may stand behind a key.
///
/// @param words how people are told of it, such as `a number from 1`
/// @param secret whether what stands there instead must not be repeated
/// @param reader the value, or nothing if it is none of this type
public record KeyType<T>(String words, boolean secret, Function<Yaml, Optional<T>> reader) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,127}");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern WITH_SECRET =
      Pattern.compile("(?i)[a-z:]*//[^/]*@.*|.*[?&](user|password)=.*");
  private static final int MOST_COMMANDS = 20;
  private static final int MOST_PATHS = 50;

  /// Names that mean something to the loader, a shell, a language, a package manager or git, and
  /// those by which Otto tells a Cell where its ways are.
  private static final Pattern STEERING =
      Pattern.compile(
          "(?i)(LD|GLIBC|MALLOC|BASH|GCONV|LOC|NLS|RES|TZ|HOST|PS|SHELL|ENV|IFS|CD|PATH|HOME|TMP|PWD|USER|LOGNAME|LANG|LC_|TERM"
              + "|JAVA|_JAVA|JDK|MAVEN|GRADLE|NODE_|NPM_CONFIG|PNPM|PIP_|PYTHON|CARGO|GOPROXY|GOFLAGS|GOMODCACHE|GIT_|OTTO|CI$|PORT$).*|.*_PROXY");

  /// What only a shell would understand.
  private static final Pattern OF_SHELLS = Pattern.compile("[\"'`$|&;<>*?(){}\\\\]");

  /// The value that stands there.
  Optional<T> read(Yaml value) {
    return reader.apply(value);
  }

  static KeyType<String> name() {
    return word("a name", text -> Optional.of(text).filter(it -> NAME.matcher(it).matches()));
  }

  static KeyType<String> text(String words) {
    return word(words, Optional::of);
  }

  static KeyType<String> path(String of) {
    return word(
        "the absolute path of " + of, text -> Optional.of(text).filter(it -> it.startsWith("/")));
  }

  static <T> KeyType<T> oneOf(List<String> words, Function<String, Optional<T>> named) {
    return word("one of " + String.join(", ", words), named);
  }

  /// A whole number between the two.
  static KeyType<Integer> number(int least, int most) {
    return word("a number from %d to %d".formatted(least, most), text -> number(text, least, most));
  }

  /// More than nothing, in US dollars.
  static KeyType<BigDecimal> usd() {
    return word(
        "US dollars, such as 6 or 0.50",
        text ->
            LimitWords.one(text + "usd")
                .filter(limits -> !LimitWords.nothing(limits))
                .flatMap(Limits::usd));
  }

  /// Tokens, money and calls.
  static KeyType<Limits> limits() {
    return word("amounts, such as 20usd,5Mtok,100calls", LimitWords::all);
  }

  /// Names of agents, in an order.
  static KeyType<List<String>> names() {
    return new KeyType<>(
        "a list of agents, such as [claude, codex]",
        false,
        value ->
            items(value)
                .filter(all -> !all.isEmpty())
                .filter(all -> all.stream().allMatch(name -> NAME.matcher(name).matches())));
  }

  /// A variable of the environment that holds a secret, as `${NAME}`; the name comes of it.
  static KeyType<String> reference() {
    return new KeyType<>(
        "`${NAME}` of a variable",
        true,
        value ->
            text(value)
                .map(String::strip)
                .map(REFERENCE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1)));
  }

  /// An address in which nobody's password stands.
  static KeyType<String> address(String words) {
    return new KeyType<>(
        words,
        true,
        value -> text(value).filter(it -> !WITH_SECRET.matcher(it).matches()).map(String::strip));
  }

  static KeyType<List<String>> words(String words) {
    return new KeyType<>(words, false, value -> items(value).or(() -> text(value).map(List::of)));
  }

  /// Names of variables that a command may be given: none by which programs are steered.
  static KeyType<List<String>> given() {
    return new KeyType<>(
        "a list of names of variables, none by which programs, networks or Otto are steered",
        false,
        value -> items(value).filter(all -> all.stream().allMatch(KeyType::harmless)));
  }

  /// Below folders names with references to variables.
  static KeyType<Yaml.Entries> referring() {
    return new KeyType<>(
        "below the folder of a project names with `${NAME}` of a variable",
        true,
        value ->
            value instanceof Yaml.Entries entries
                    && entries.all().keySet().stream().allMatch(it -> it.startsWith("/"))
                    && entries.all().values().stream().allMatch(it -> references(it).isPresent())
                ? Optional.of(entries)
                : Optional.empty());
  }

  static Optional<Map<String, String>> references(Yaml names) {
    if (!(names instanceof Yaml.Entries(var all, _))) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    all.forEach((name, value) ->
        reference().read(value).filter(_ -> harmless(name)).ifPresent(it -> found.put(name, it)));
    return Optional.of(found).filter(it -> it.size() == all.size());
  }

  private static boolean harmless(String name) {
    return VARIABLE.matcher(name).matches()
        && Character.isLetter(name.charAt(0))
        && !STEERING.matcher(name).matches();
  }

  /// Paths below the top folder of the repository, of what is the user's own there.
  static KeyType<List<String>> paths() {
    return new KeyType<>(
        "a list of at most %d paths in the project".formatted(MOST_PATHS),
        false,
        value ->
            items(value)
                .filter(
                    all -> all.size() <= MOST_PATHS && all.stream().allMatch(KeyType::isInside)));
  }

  private static boolean isInside(String path) {
    var steps = List.of(path.split("/", -1));
    return steps.stream().noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."))
        && steps.stream().noneMatch(step -> step.equalsIgnoreCase(".git"))
        && !steps.getFirst().equals("otto_logs")
        && path.chars().noneMatch(Character::isISOControl);
  }

  /// Keys that only their reader knows.
  static KeyType<Yaml.Entries> tree(String words) {
    return new KeyType<>(
        words,
        false,
        value -> value instanceof Yaml.Entries entries ? Optional.of(entries) : Optional.empty());
  }

  static KeyType<List<String>> variables() {
    return new KeyType<>(
        "a list of names of variables",
        false,
        value ->
            items(value)
                .filter(all -> all.stream().allMatch(name -> VARIABLE.matcher(name).matches())));
  }

  /// Commands, each a list of words or words with blanks between: no shell reads them.
  static KeyType<List<List<String>>> commands() {
    return new KeyType<>(
        "a list of at most %d commands, each a list of words, since no shell reads it ([sh, -c, \"…\"] starts one)"
            .formatted(MOST_COMMANDS),
        false,
        value ->
            value instanceof Yaml.Items(var all, _) && all.size() <= MOST_COMMANDS
                ? each(all, KeyType::command)
                : Optional.empty());
  }

  private static Optional<List<String>> command(Yaml value) {
    return items(value)
        .filter(words -> !words.isEmpty())
        .or(() ->
            text(value)
                .filter(text -> !OF_SHELLS.matcher(text).find())
                .map(text -> List.of(text.strip().split("\\s+", -1))));
  }

  private static <T> KeyType<T> word(String words, Function<String, Optional<T>> reader) {
    return new KeyType<>(words, false, value -> text(value).map(String::strip).flatMap(reader));
  }

  private static Optional<Integer> number(String text, int least, int most) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(it -> it >= least && it <= most);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Yaml value) {
    return value instanceof Yaml.Text(var text, _) ? Optional.of(text) : Optional.empty();
  }

  private static Optional<List<String>> items(Yaml value) {
    return value instanceof Yaml.Items(var all, _) ? each(all, KeyType::text) : Optional.empty();
  }

  private static <T> Optional<List<T>> each(List<Yaml> all, Function<Yaml, Optional<T>> reader) {
    var read = new ArrayList<T>();
    for (var one : all) {
      reader.apply(one).ifPresent(read::add);
    }
    return read.size() == all.size() ? Optional.of(List.copyOf(read)) : Optional.empty();
  }
}

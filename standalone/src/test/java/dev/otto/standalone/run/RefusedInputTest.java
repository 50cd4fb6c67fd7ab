package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.json.Json;
import dev.otto.standalone.run.FrontDoor.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What Otto refuses, in the words of the table of docs/operating.md: each of its lines is typed
/// here, and nothing may come of it (W-57).
class RefusedInputTest {
  private static final Path PAGE = Path.of("../docs/operating.md").toAbsolutePath().normalize();

  @TempDir private static Path folder;
  private static FrontDoor otto;
  private static Path user;

  /// A line of the page.
  record Row(String input, String words, String code, String exit) {}

  /// A person does something that is refused.
  private interface Deed extends Callable<Said> {}

  @BeforeAll
  static void open() throws IOException {
    user = Files.createDirectories(folder.resolve("user"));
    repository("thing");
    made("plain");
    bare();
    rebasing();
    merging();
    withBranch();
    otto = new FrontDoor(folder.resolve("home"));
  }

  @AfterAll
  static void close() {
    otto.close();
  }

  @TestFactory
  Stream<DynamicTest> what_is_refused_is_told_in_these_words_and_nothing_comes_of_it()
      throws IOException {
    var deeds = deeds();
    var rows = rows();
    assertThat(rows).extracting(Row::input).containsExactlyElementsOf(deeds.keySet());
    return rows.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.input(), () -> refused(row, deeds.getOrDefault(row.input(), () -> none()))));
  }

  private static Said none() {
    throw new AssertionError("nobody does this");
  }

  private static void refused(Row row, Deed deed) throws Exception {
    var before = traces();

    var said = deed.call();

    assertThat(said.err()).hasLineCount(1);
    assertThat(said.err().strip()).matches(pattern("otto: " + row.words()));
    assertThat(Json.own().readTree(said.out()).path("code").asText()).isEqualTo(row.code());
    assertThat(Integer.toString(said.exit())).isEqualTo(row.exit());
    assertThat(traces()).isEqualTo(before);
  }

  private static Traces traces() {
    return Traces.of(otto.jdbi(), otto.home(), user);
  }

  /// A sentence of the page; … stands for anything.
  private static Pattern pattern(String words) {
    return Pattern.compile(
        Stream.of(words.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  private static List<Row> rows() throws IOException {
    var page = Files.readString(PAGE);
    var section = page.substring(page.indexOf("## Refused input"));
    return section
        .lines()
        .dropWhile(line -> !line.startsWith("| ---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1))
        .map(cells ->
            new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()))
        .toList();
  }

  private static Map<String, Deed> deeds() {
    var deeds = new LinkedHashMap<String, Deed>();
    places(deeds);
    words(deeds);
    specs(deeds);
    strangers(deeds);
    return deeds;
  }

  private static void places(Map<String, Deed> deeds) {
    deeds.put("a folder without a repository", () -> run(user.resolve("plain")));
    deeds.put("a folder that is not there", () -> typed(user, "run", "-C", "nowhere", "x"));
    deeds.put("a bare repository", () -> run(user.resolve("bare.git")));
    deeds.put("a rebase in progress", () -> run(user.resolve("rebasing")));
    deeds.put("a merge in progress", () -> run(user.resolve("merging")));
    deeds.put("a branch named `otto`", () -> run(user.resolve("branched")));
  }

  private static void words(Map<String, Deed> deeds) {
    deeds.put("an empty intent", () -> typed(thing(), "run", " "));
    deeds.put("an empty stdin", () -> otto.pipes("", thing(), "run", "--json", "-"));
    deeds.put("an intent above 64 KiB", () -> typed(thing(), "run", "x".repeat(65_537)));
    deeds.put("no intent, and a README.md below 50 characters", () -> typed(thing(), "run"));
    deeds.put("an intent of several arguments", () -> typed(thing(), "run", "build", "a", "shop"));
    deeds.put("an intent twice", () -> typed(thing(), "run", "--file", "README.md", "a shop"));
    deeds.put("a file that cannot be read", () -> typed(thing(), "run", "--file", "none.md"));
    deeds.put(
        "a recipe that is not there", () -> typed(thing(), "run", "--recipe", "no.yaml", "x"));
    deeds.put("a recipe that is not YAML", () -> played("steps: [\n"));
    deeds.put("a recipe with an unknown step", () -> played("steps:\n  - dance: wild\n"));
    deeds.put("an unknown flag", () -> typed(thing(), "run", "--frobnicate", "x"));
    deeds.put("a misspelt flag", () -> typed(thing(), "run", "--review-gat", "x"));
    deeds.put("a flag of the earlier Otto", () -> typed(thing(), "run", "--reset-budget", "x"));
    deeds.put("a flag for later", () -> typed(thing(), "run", "--base-url=http://x", "x"));
    deeds.put("an unknown command", () -> typed(thing(), "frobnicate"));
    deeds.put("a command for later", () -> typed(thing(), "queue", "ls"));
    deeds.put(
        "a gate and nobody at it",
        () -> typed(thing(), "run", "--review-gate", "--auto-approve", "x"));
    deeds.put("an unknown provider", () -> typed(thing(), "run", "--provider", "abacus", "x"));
    for (var name : List.of("HEAD", "-rf", "ü")) {
      deeds.put("a run named `%s`".formatted(name), () -> typed(thing(), "abort", "--", name));
    }
    deeds.put("a run named by 200 letters", () -> typed(thing(), "abort", "--", "a".repeat(200)));
  }

  private static void specs(Map<String, Deed> deeds) {
    deeds.put("a spec that is not JSON", () -> specified("{"));
    deeds.put("a spec without groups", () -> specified(spec -> spec.remove("groups")));
    deeds.put("groups that need each other", () -> specified(RefusedInputTest::circle));
    deeds.put(
        "overlapping paths of two groups",
        () -> specified(spec -> first(spec, "groups").putArray("owns").add("parts/**")));
    deeds.put(
        "a check that is not there",
        () -> specified(spec -> clause(spec).putArray("checks").add("none")));
    deeds.put("a check that Otto cannot run", () -> specified(RefusedInputTest::browses));
    deeds.put("a clause without a check", () -> specified(spec -> clause(spec).remove("checks")));
    deeds.put(
        "an id twice",
        () -> specified(spec -> ((ObjectNode) spec.at("/checks/1")).put("id", "a-there")));
    deeds.put(
        "a path that leaves the project",
        () ->
            specified(
                spec -> ((ObjectNode) spec.at("/checks/0/expect/0")).put("path", "../secret")));
    deeds.put(
        "owned paths that leave the project",
        () -> specified(spec -> first(spec, "groups").putArray("owns").add("../**")));
    for (var name : List.of("HEAD", "-rf", "ü")) {
      deeds.put(
          "a group named `%s`".formatted(name),
          () -> specified(spec -> first(spec, "groups").put("id", name)));
    }
    deeds.put(
        "a group named by 200 letters",
        () -> specified(spec -> first(spec, "groups").put("id", "a".repeat(200))));
  }

  private static void strangers(Map<String, Deed> deeds) {
    deeds.put("a wrong token", RefusedInputTest::withWrongToken);
    deeds.put("a request for another host", RefusedInputTest::asAnotherHost);
  }

  /// A run that is not refused is not waited for.
  private static Said typed(Path place, String... words) {
    var line = new ArrayList<>(List.of(words));
    line.add(1, "--json");
    if (words[0].equals("run")) {
      line.add(1, "--detach");
    }
    return otto.types(place, line.toArray(String[]::new));
  }

  private static Said run(Path place) {
    return typed(place, "run", "--provider", "scripted", "x");
  }

  private static Said played(String recipe) throws IOException {
    var file = Files.writeString(folder.resolve("recipe.yaml"), recipe).toString();
    return typed(thing(), "run", "--provider", "scripted", "--recipe", file, "x");
  }

  private static Said specified(String text) throws IOException {
    var file = Files.writeString(folder.resolve("spec.json"), text).toString();
    return typed(thing(), "run", "--provider", "scripted", "--from-spec", file, "x");
  }

  /// With a spec of two groups that has one fault.
  private static Said specified(Consumer<ObjectNode> fault) throws IOException {
    var spec = (ObjectNode) Json.own().readTree(Parts.of("a", "b").spec());
    fault.accept(spec);
    return specified(spec.toString());
  }

  private static void browses(JsonNode spec) {
    var check = (ObjectNode) spec.at("/checks/0");
    check.put("check", "browser").remove("expect");
    check.putArray("journey").add("open /");
  }

  private static void circle(JsonNode spec) {
    ((ArrayNode) spec.at("/groups/0/needs")).add("b");
    ((ArrayNode) spec.at("/groups/1/needs")).add("a");
  }

  private static ObjectNode first(JsonNode spec, String list) {
    return (ObjectNode) spec.path(list).path(0);
  }

  private static ObjectNode clause(JsonNode spec) {
    return (ObjectNode) spec.at("/features/0/clauses/0");
  }

  /// A home that knows where the server is, but not its secret.
  private static Said withWrongToken() throws IOException {
    var home = Files.createDirectories(folder.resolve("other"));
    var real = otto.home();
    var note = (ObjectNode) Json.own().readTree(Files.readString(real.server()));
    var wrong = Files.writeString(home.resolve("token"), "f".repeat(64));
    Files.writeString(
        home.resolve("server.json"), note.put("tokenFile", wrong.toString()).toString());
    Files.copy(real.owner(), home.resolve("owner.json"));
    return FrontDoor.types(home, thing(), "", "runs", "--json");
  }

  /// A page of somebody else has made its name point here.
  private static Said asAnotherHost() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), otto.url().getPort())) {
      socket.setSoTimeout(30_000);
      var token = Files.readString(otto.home().tokenFile()).strip();
      var asked =
          "POST /api/v1/runs HTTP/1.1\r\nHost: otto.example.com\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(token);
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
      var answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .split("\r\n\r\n", 2);
      var problem = Json.own().readTree(answer[1].substring(answer[1].indexOf('{')));
      return new Said(
          Integer.parseInt(answer[0].split(" ", 3)[1]),
          problem.toString(),
          "otto: %s %s"
              .formatted(problem.path("detail").asText(), problem.path("nextStep").asText()));
    }
  }

  private static Path thing() {
    return user.resolve("thing");
  }

  private static Path made(String name) throws IOException {
    return Files.createDirectories(user.resolve(name));
  }

  private static Repository repository(String name) {
    var repository = Repository.empty(user.resolve(name));
    repository.write("README.md", "# Thing\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "base");
    return repository;
  }

  private static void bare() throws IOException {
    new Repository(made("bare.git")).git("init", "-q", "--bare");
  }

  private static void rebasing() {
    stopped(diverged("rebasing"), "rebase", "other");
  }

  private static void merging() {
    stopped(diverged("merging"), "merge", "other");
  }

  private static void withBranch() {
    repository("branched").git("branch", "otto");
  }

  /// Two branches that say different things in one file.
  private static Repository diverged(String name) {
    var repository = repository(name);
    repository.git("switch", "-q", "-c", "other");
    repository.write("README.md", "# Other\n");
    repository.git("commit", "-q", "-am", "other");
    repository.git("switch", "-q", "main");
    repository.write("README.md", "# Mine\n");
    repository.git("commit", "-q", "-am", "mine");
    return repository;
  }

  private static void stopped(Repository repository, String... words) {
    assertThatThrownBy(() -> repository.git(words)).hasMessageContaining("CONFLICT");
  }
}

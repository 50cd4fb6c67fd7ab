package dev.otto.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The front door, as a new user goes through it: the built command, the built server, the demo.
@Tag("slow")
class DemoIT {
  private static final List<String> KEYS =
      List.of(
          "run", "verdict", "repository", "commit", "tree", "proof", "wallMs", "criticalPathMs");

  @TempDir private Path folder;
  private Otto otto;

  @BeforeEach
  void come() {
    otto = new Otto(folder.resolve("home"));
  }

  @AfterEach
  void leave() throws Exception {
    var down = otto.says(folder, "down");
    assertThat(down.exit()).as(down.err()).isZero();
    assertThat(processesOf(otto.home())).isEmpty();
  }

  @Test
  void the_demo_ends_passed_its_proof_holds_and_its_product_answers() throws Exception {
    var demo = otto.says(folder, "demo", "--json");

    assertThat(demo.exit()).as(demo.err()).isZero();
    var result = demo.json();
    assertThat(result.path("verdict").asText()).isEqualTo("passed");
    assertThat(KEYS).allSatisfy(key -> assertThat(result.hasNonNull(key)).as(key).isTrue());
    assertThat(Path.of(result.path("proof").asText())).isRegularFile();
    assertThat(otto.says(folder, "proof", "verify", "latest").exit()).isZero();
    assertThat(otto.says(folder, "runs", "--json").json().at("/0/run"))
        .isEqualTo(result.get("run"));
    assertThat(answers(result)).isEqualTo(200);

    assertThat(otto.says(folder, "land", "latest").exit()).isZero();
    assertThat(git(result, "rev-parse", "HEAD")).isEqualTo(result.path("commit").asText());
  }

  @Test
  void without_its_repair_exactly_the_clause_that_the_audit_caught_is_refuted() throws Exception {
    var recipe = withoutRepair();
    var repository = folder.resolve("portal");
    DemoFiles.base(repository);
    git(repository, "init", "-q", "-b", "main");
    git(repository, "add", "-A");
    git(repository, "commit", "-q", "-m", "base");

    var run =
        otto.says(
            repository,
            "run",
            "expense approval portal",
            "--provider",
            "scripted",
            "--recipe",
            recipe.toString(),
            "--auto-approve",
            "--json");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    var shown = otto.says(folder, "show", "latest", "--json").json();
    assertThat(refuted(shown)).containsExactly("decide-2");
  }

  /// The recipe as it is, less its documents for the stage `fix`.
  private Path withoutRepair() throws IOException {
    var recipe = DemoFiles.recipe(folder.resolve("recipe"));
    var documents = Files.readString(recipe).split("(?m)^---\n", -1);
    var left = Stream.of(documents).filter(text -> !text.contains("stage: fix")).toList();
    assertThat(left).hasSizeLessThan(documents.length);
    return Files.writeString(recipe, String.join("---\n", left));
  }

  private static List<String> refuted(JsonNode shown) {
    return StreamSupport.stream(shown.path("clauses").spliterator(), false)
        .filter(clause -> clause.path("value").asText().equals("refuted"))
        .map(clause -> clause.path("clause").asText())
        .toList();
  }

  /// What the product says at its door, started from a clone of the audited commit as the spec
  /// tells.
  private int answers(JsonNode result) throws Exception {
    var clone = folder.resolve("clone");
    Programs.run(
        folder, "git", "clone", "-q", result.path("repository").asText(), clone.toString());
    Programs.run(clone, "git", "fetch", "-q", "origin", "refs/heads/otto/*:refs/heads/otto/*");
    Programs.run(clone, "git", "checkout", "-q", "--detach", result.path("commit").asText());
    var spec =
        Json.own()
            .readTree(
                Path.of(result.path("proof").asText()).resolveSibling("spec/spec.json").toFile());
    var argv =
        StreamSupport.stream(spec.at("/start/argv").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    var port = freePort();
    var product = Programs.start(clone, argv, Map.of("PORT", Integer.toString(port)));
    try {
      return await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> status(port), status -> status > 0);
    } finally {
      product.destroyForcibly().waitFor();
    }
  }

  private static int status(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health".formatted(port)));
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String git(JsonNode result, String... words) throws Exception {
    return git(Path.of(result.path("repository").asText()), words);
  }

  private static String git(Path repository, String... words) throws Exception {
    var argv = Stream.concat(Stream.of("git"), Stream.of(words)).toArray(String[]::new);
    var ended = Programs.run(repository, argv);
    assertThat(ended.exit()).as(ended.output()).isZero();
    return ended.output().strip();
  }

  /// Processes that work for this home, but for the command that ends.
  private static List<String> processesOf(Path home) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(home + "/"))
        .toList();
  }
}

package dev.otto.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.model.Turn.Step;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.gateway.Upstream;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What walls and gateway cost a call: run by `bench/walls`, and not with the tests, since time on
/// a busy machine proves nothing. Each figure is compared with the same without them in the same
/// run; the two take turns.
class WallsBench {
  private static final int TIMES = 41;
  private static final int AGENTS = 8;
  private static final int QUESTIONS = 20;
  private static final double MOST_TO_START = 50;
  private static final double MOST_TO_FIRST_BYTE = 5;
  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final String ASKED =
      "{\"model\":\"m\",\"tools\":[{\"name\":\"t\"}],\"stream\":true}";

  @TempDir Path folder;
  private final Gateway gateway = Gateway.open();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScriptedModelServer model = ScriptedModelServer.playing(talk());
  private Cells walled;
  private Cells open;
  private int logs;

  @BeforeEach
  void aHost() throws IOException {
    var otto = Files.createDirectories(folder.resolve("otto")).toRealPath();
    Files.createDirectories(otto.resolve("worktree"));
    var starter = new ProcessStarter();
    walled = Cells.on(starter, CellSettings.of(Sandbox.PREFERRED, otto));
    open = Cells.on(starter, CellSettings.of(Sandbox.OFF, otto));
    assertThat(walled.walls().missing()).as("walls that do not stand").isEmpty();
  }

  @AfterEach
  void close() {
    client.close();
    gateway.close();
    model.close();
  }

  @Test
  void how_much_later_a_call_starts() {
    var plainly = new ArrayList<Double>();
    var alone = new ArrayList<Double>();
    var behind = new ArrayList<Double>();
    for (var i = 0; i < TIMES; i++) {
      plainly.add(firstLine(open, Optional.empty()));
      alone.add(firstLine(walled, Optional.empty()));
      try (var visit = gateway.visit(service())) {
        assertThat(visit.address().token()).isNotEmpty();
        behind.add(firstLine(walled, Optional.of(gateway.address())));
      }
    }

    tell("a call's first line, walls alone", plainly, alone);
    tell("a call's first line", plainly, behind);
    assertThat(median(behind) - median(plainly)).isLessThanOrEqualTo(MOST_TO_START);
  }

  @Test
  void how_much_later_an_answer_begins_and_that_it_is_not_held_back() throws Exception {
    var plainly = new ArrayList<Double>();
    var behind = new ArrayList<Double>();
    var told = new ArrayList<Double>();
    try (var visit = gateway.visit(service())) {
      for (var i = 0; i < TIMES; i++) {
        plainly.add(streamed(model.base(), "key").toFirst());
        var passed = streamed(visit.address().base(), visit.address().token());
        behind.add(passed.toFirst());
        told.add(passed.toLast() - passed.toFirst());
      }
    }

    tell("an answer's first byte", plainly, behind);
    assertThat(median(behind) - median(plainly)).isLessThanOrEqualTo(MOST_TO_FIRST_BYTE);
    assertThat(median(told)).isGreaterThan(PAUSE.toMillis() / 2.0);
  }

  @Test
  void eight_agents_at_once() {
    var plainly = atOnce(open, Optional.empty(), model.base(), "key");
    try (var visit = gateway.visit(service())) {
      var inside =
          URI.create("http://127.0.0.1:" + walled.seenFromInside(gateway.address()).getPort());
      var behind = atOnce(walled, Optional.of(gateway.address()), inside, visit.address().token());

      System.out.printf(
          "%d agents at once, %d questions each: %.0f ms plainly, %.0f ms behind walls and gateway (%.2fx)%n",
          AGENTS, QUESTIONS, plainly, behind, behind / plainly);
      assertThat(visit.wire().requests()).isEqualTo(AGENTS * QUESTIONS);
    }
  }

  /// When an answer began and ended, in milliseconds after the question.
  private record Streamed(double toFirst, double toLast) {}

  private Streamed streamed(URI base, String key) throws Exception {
    var question =
        HttpRequest.newBuilder(base.resolve("/v1/messages"))
            .header("x-api-key", key)
            .POST(BodyPublishers.ofString(ASKED))
            .build();
    var began = System.nanoTime();
    try (var answer = client.send(question, BodyHandlers.ofInputStream()).body()) {
      assertThat(answer.read()).isNotNegative();
      var first = since(began);
      assertThat(answer.readAllBytes()).isNotEmpty();
      return new Streamed(first, since(began));
    }
  }

  /// How long until all of them have asked everything and ended.
  private double atOnce(Cells cells, Optional<InetSocketAddress> outlet, URI base, String key) {
    var script =
        "for i in $(seq %d); do curl -sSf -N -o /dev/null -H 'x-api-key: %s' -d '%s' %s/v1/messages || exit 1; done"
            .formatted(QUESTIONS, key, ASKED, base);
    var began = System.nanoTime();
    var agents =
        IntStream.range(0, AGENTS)
            .mapToObj(_ -> started(cells, outlet, script, LineListener.NOBODY))
            .toList();
    agents.forEach(agent -> assertThat(agent.outcome().well()).isTrue());
    return since(began);
  }

  private double firstLine(Cells cells, Optional<InetSocketAddress> outlet) {
    var heard = new CompletableFuture<Long>();
    var began = System.nanoTime();
    var cell = started(cells, outlet, "echo here", _ -> heard.complete(System.nanoTime()));
    var ended = heard.join();
    assertThat(cell.outcome().well()).isTrue();
    return (ended - began) / 1e6;
  }

  private Cell started(
      Cells cells, Optional<InetSocketAddress> outlet, String script, LineListener listener) {
    var otto = folder.resolve("otto");
    var number = logs++;
    var plan =
        CellPlan.of(
                new Marker("bench-" + UUID.randomUUID()),
                otto.resolve("worktree"),
                otto.resolve("home" + number),
                otto.resolve("temporary" + number))
            .with(Mount.writable(otto.resolve("worktree")));
    return cells.start(
        outlet.map(plan::withOutlet).orElse(plan),
        new Command(
            List.of("/bin/sh", "-c", script),
            Patience.of(Duration.ofMinutes(5)),
            Logs.in(otto.resolve("logs/" + number))),
        listener,
        Fence.NONE);
  }

  private Upstream service() {
    return new Upstream(model.base(), Upstream.Credential.API_KEY, "key");
  }

  /// As many answers as will be asked for; each speaks twice, with a pause between.
  private static List<Turn> talk() {
    var turn =
        new Turn(List.of(new Step.Says("first"), new Step.Waits(PAUSE), new Step.Says("second")));
    return Stream.generate(() -> turn).limit(2L * TIMES + 2L * AGENTS * QUESTIONS).toList();
  }

  private static void tell(String what, List<Double> plainly, List<Double> behind) {
    System.out.printf(
        "%s: p50 %.1f ms plainly, %.1f ms behind walls or gateway (%+.1f ms, %.2fx), of %d each%n",
        what,
        median(plainly),
        median(behind),
        median(behind) - median(plainly),
        median(behind) / median(plainly),
        plainly.size());
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }
}

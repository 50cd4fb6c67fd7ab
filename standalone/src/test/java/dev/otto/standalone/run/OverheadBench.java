package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.TestTools;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Otto adds to the work of its agents: run by `bench/overhead`, and not with the tests, since
/// time on a busy machine proves nothing.
class OverheadBench {
  private static final int TIMES = 21;
  private static final double MOST_OF_THE_PATH = 1.10;
  private static final Duration MOST_TO_START = Duration.ofMillis(250);
  private static final Duration MOST_OF_THE_ENGINE = Duration.ofMillis(80);
  private static final List<List<String>> CHAINS =
      List.of(List.of("a", "c", "e"), List.of("a", "d", "f"), List.of("b", "d", "f"));

  @TempDir Path folder;

  /// Six groups, at most four at a time, whose agents work for ten seconds each.
  @ParameterizedTest
  @MethodSource("engines")
  void groups_take_what_their_longest_chain_of_agents_takes(EngineChoice engine) {
    var parts =
        Parts.of("a").with("b").with("c", "a").with("d", "a", "b").with("e", "c").with("f", "d");
    try (var house = new House(folder.resolve("home"), engine)) {
      var run = house.ask(repository(), Wish.playing("overhead").building(parts));
      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);

      var path = longestChain(house, run);
      var worked = worked(house, run);
      var ratio = (double) worked.toMillis() / path.toMillis();
      say(
          "six groups, %s: %.1f s from the first call to the last merge, longest chain of agents %.1f s: %.3f (limit %.2f)",
          word(engine),
          worked.toMillis() / 1000.0,
          path.toMillis() / 1000.0,
          ratio,
          MOST_OF_THE_PATH);
      assertThat(ratio).isLessThanOrEqualTo(2 * MOST_OF_THE_PATH - 1);
    }
  }

  /// From the record of the run, which is when the api answers, to the agent's process: clone and
  /// worktree are made in between.
  @ParameterizedTest
  @MethodSource("engines")
  void an_agent_is_there_soon_after_its_run_was_asked_for(EngineChoice engine) {
    var wish = Wish.playing("overhead").building("short");
    try (var house = new House(folder.resolve("home"), engine)) {
      var whole = new ArrayList<Duration>();
      var ofTheEngine = new ArrayList<Duration>();
      for (var time = 0; time < TIMES; time++) {
        var run = house.ask(repository(), wish);
        house.ends(run);
        var start = new AgentStart(house, run);
        whole.add(start.whole());
        ofTheEngine.add(start.ofTheEngine());
      }
      var half = median(whole);
      var engineHalf = median(ofTheEngine);
      say(
          "asked for -> agent's process, %s, p50 of %d: %d ms (limit %d), of which hands %d ms, engine and recording %d ms (limit %d)",
          word(engine),
          TIMES,
          half.toMillis(),
          MOST_TO_START.toMillis(),
          half.minus(engineHalf).toMillis(),
          engineHalf.toMillis(),
          MOST_OF_THE_ENGINE.toMillis());
      assertThat(half).isLessThanOrEqualTo(MOST_TO_START.multipliedBy(2));
      assertThat(engineHalf).isLessThanOrEqualTo(MOST_OF_THE_ENGINE.multipliedBy(2));
    }
  }

  static Stream<EngineChoice> engines() {
    return Stream.of(
        new EngineChoice.InProcess(),
        new EngineChoice.DevServer(Optional.of(TestTools.temporal())));
  }

  private Repository repository() {
    return Repository.of(
        folder.resolve("thing-" + System.nanoTime()), Wish.resources().resolve("parts/base"));
  }

  /// What the agents alone take: the longest of the chains of groups that need each other.
  private static Duration longestChain(House house, RunId run) {
    Map<String, Duration> agents =
        house.calls(run).stream()
            .filter(call -> call.stage().equals("build"))
            .collect(
                Collectors.toMap(
                    call -> call.grp(),
                    call -> Duration.between(AgentStart.of(call), call.endedAt())));
    return CHAINS.stream()
        .map(chain -> chain.stream().map(agents::get).reduce(Duration.ZERO, Duration::plus))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private static Duration worked(House house, RunId run) {
    var log = house.log(run);
    Function<String, Instant> first =
        type -> log.stream().filter(row -> row.type().equals(type)).findFirst().orElseThrow().at();
    var last = log.reversed().stream().filter(row -> row.type().equals("group.merged")).findFirst();
    return Duration.between(first.apply("call.ordered"), last.orElseThrow().at());
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static String word(EngineChoice engine) {
    return engine instanceof EngineChoice.InProcess ? "engine in-process" : "dev server";
  }

  @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"}) // Meant for who runs the bench.
  private static void say(String words, Object... values) {
    System.out.println(words.formatted(values));
  }
}

package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.run.RunEvent;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.real.RealPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs by each real agent in bad weather: what its service and its process can suffer.
@Tag("agents")
class RealWeatherTest {
  private static final Duration WAIT = Duration.ofSeconds(3);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void a_run_comes_through_a_wrong_spec_a_rate_limit_a_cut_and_a_kill_in_one_attempt(
      ProviderKind kind) {
    var repository =
        Repository.of(folder.resolve("thing"), Wish.resources().resolve("weather/base"));
    try (var house = house(kind)) {
      var run = house.ask(repository.folder(), "A thing, please.", Wish.through(kind, "weather"));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(answered(house, run, Stage.SPEC)).containsExactly("spec", "spec, attempt 2");
      assertThat(answered(house, run, Stage.BUILD)).containsExactly("build a, try 4");
      assertThat(losses(house, run)).containsExactly(Loss.ACCOUNT, Loss.CUT, Loss.CRASHED);
      assertThat(waited(house, run)).isGreaterThanOrEqualTo(WAIT);
      assertThat(house.clone(run, "show", commit(house, run) + ":parts/a/done.txt"))
          .isEqualTo("a\nbefore the wait\nafter the wait\nafter the cut\nafter the kill");
    }
  }

  private House house(ProviderKind kind) {
    var settings = List.of(RealPrograms.settings(kind));
    return new House(
        folder.resolve("home"), new EngineChoice.InProcess(), Sandbox.PREFERRED, settings);
  }

  private static List<String> answered(House house, RunId run, Stage stage) {
    return events(house, run, CallEvent.Answered.class).stream()
        .map(CallEvent::order)
        .filter(order -> order.stage() == stage)
        .map(order -> order.words())
        .toList();
  }

  private static List<Loss> losses(House house, RunId run) {
    return events(house, run, CallEvent.Lost.class).stream().map(CallEvent.Lost::loss).toList();
  }

  /// How long it took from the first loss to the second: the run lets the account alone in between.
  private static Duration waited(House house, RunId run) {
    var lost = house.log(run).stream().filter(row -> is(row.body(), CallEvent.Lost.class)).toList();
    return Duration.between(lost.get(0).at(), lost.get(1).at());
  }

  private static boolean is(RunEvent event, Class<? extends CallEvent> wanted) {
    return event instanceof RunEvent.OfCall(var call) && wanted.isInstance(call);
  }

  private static <E extends CallEvent> List<E> events(House house, RunId run, Class<E> wanted) {
    return house.log(run).stream()
        .map(row -> row.body())
        .filter(body -> is(body, wanted))
        .map(body -> wanted.cast(((RunEvent.OfCall) body).event()))
        .toList();
  }

  private static String commit(House house, RunId run) {
    return house.run(run).audits().current().orElseThrow().commit().hex();
  }
}

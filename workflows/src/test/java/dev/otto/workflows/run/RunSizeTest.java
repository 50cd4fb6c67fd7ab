package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How big a run may be for the engine.
@Timeout(60)
class RunSizeTest {
  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_run_of_more_than_a_megabyte_is_refused_before_it_is_sent() {
    var run = engine.run(logOf(70_000));

    assertThatThrownBy(run::starts).hasStackTraceContaining("is too big for the engine");
  }

  private static List<RunEntry> logOf(int groups) {
    var plans =
        IntStream.range(0, groups)
            .mapToObj(number -> Digest.of("group " + number).hex().substring(0, 30))
            .map(name -> new GroupPlan(new GroupId("g" + name), List.of(), List.of()))
            .toList();
    return List.of(
        entry(
            new RunEvent.Created(
                Sample.PROJECT,
                Sample.digest("intent"),
                "A thing",
                Sample.HOST,
                RunSettings.of("scripted"))),
        entry(
            new RunEvent.OfSpec(
                new SpecEvent.Compiled(1, Sample.digest("spec"), "A thing", plans))));
  }

  private static RunEntry entry(RunEvent event) {
    return new RunEntry(event, Sample.NOON);
  }
}

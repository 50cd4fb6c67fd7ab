package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.audit.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups wait for what they need and for nothing else (W-24).
@Tag("slow")
class NoWavesTest {
  @TempDir Path folder;

  @Test
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  void no_group_waits_for_one_that_it_does_not_need() {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    var parts = Parts.of("a").with("b", "a").with("c").with("d", "b");
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository, Wish.playing("waves").building(parts));

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(house.happenings(run))
          .containsSubsequence("group.merged b", "call.ordered build d", "call.answered build c");
      System.out.printf(
          "first call to last merge: %.1f s, of which agents need 12%n",
          worked(house, run).toMillis() / 1000.0);
    }
  }

  private static Duration worked(House house, dev.otto.model.RunId run) {
    var log = house.log(run);
    var first = log.stream().filter(row -> row.type().equals("call.ordered")).findFirst();
    var last = log.reversed().stream().filter(row -> row.type().equals("group.merged")).findFirst();
    return Duration.between(first.orElseThrow().at(), last.orElseThrow().at());
  }
}

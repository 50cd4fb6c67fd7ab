package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.audit.Verdict;
import dev.otto.standalone.engine.EngineChoice;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hand that is interrupted because Otto goes down has found nothing out, whatever it says.
@Tag("slow")
class InterruptedHandTest {
  @TempDir Path folder;

  @Test
  void a_check_under_which_otto_goes_down_is_made_again_and_holds_nothing_up() {
    var part = Part.in(folder.resolve("part")).whoseAgentLasts("0.1").whoseCheckLasts("4.125");
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(part.repository(), "a thing", part.settings());
      await().atMost(Duration.ofMinutes(2)).until(() -> runs("sleep 4.125"));

      house.goesDown();
      house.comesUp(new EngineChoice.InProcess());

      assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      var words = house.log(run).stream().map(row -> row.type()).toList();
      assertThat(words).doesNotContain("held").containsOnlyOnce("group.checked");
    }
  }

  private static boolean runs(String words) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").endsWith(words));
  }
}

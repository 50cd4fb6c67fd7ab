package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunState;
import dev.otto.store.call.CallRows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider that wants something of a person: the run waits for that person, and nothing of it is
/// used up.
@Tag("slow")
class PersonNeededTest {
  private static final GroupId UNKNOWN = new GroupId("unknown");

  @TempDir Path folder;

  @Test
  void an_account_that_is_not_accepted_holds_the_run_until_somebody_has_put_it_right() {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository, Wish.playing("accounts").building("unknown", "quick"));

      var held = house.until(run, one -> one.state() instanceof RunState.Paused);
      assertThat(held.hold().orElseThrow().why())
          .isEqualTo(
              "scripted does not accept the account (\"Invalid API key\"): put its key or login"
                  + " right, restart Otto with `otto down`, then resume the run");
      house.goesDown();
      house.comesUp();
      house.happens(run, "recovered");
      assertThat(house.run(run).state()).isEqualTo(held.state());
      var _ = house.obeys(run, Ada.resumes());

      var ended = house.ends(run);
      assertThat(ended.ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(attempts(ended)).isEqualTo(1);
      var calls = house.calls(run).stream().filter(call -> "unknown".equals(call.grp())).toList();
      assertThat(calls).extracting(CallRows.Row::tries).containsExactly(1, 2);
      assertThat(calls).extracting(CallRows.Row::id).containsOnly(calls.getFirst().id());
      assertThat(ended.calls().used())
          .isEqualTo(new Usage(2, 2000, 0, 200, Optional.of(new BigDecimal("0.02"))));
    }
  }

  private static int attempts(Run run) {
    return run.group(UNKNOWN).orElseThrow().attempts();
  }
}

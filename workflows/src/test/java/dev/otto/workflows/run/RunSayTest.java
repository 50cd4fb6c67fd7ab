package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A word of a person reaches the agent that it is for.
@Timeout(60)
class RunSayTest {
  private static final Digest WORD = Sample.digest("Use SQLite.");

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void said_at_once_it_ends_the_call_which_is_repeated_with_it_and_acknowledges_it() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    run.obeys(say(true));
    run.ends();

    assertThat(run.world().toldTo(WORD)).contains("build a, try 2");
    assertThat(run.events())
        .anyMatch(event ->
            event instanceof RunEvent.OfCall(CallEvent.Lost lost) && lost.loss() == Loss.TOLD)
        .anyMatch(event -> event instanceof RunEvent.Heard heard && heard.texts().contains(WORD));
    assertThat(run.run().messages()).isEmpty();
    assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void otherwise_the_running_call_is_left_alone_and_it_waits_for_the_next() {
    var run = engine.run();
    run.world().isSlow("build a");
    run.starts().calls("build a");

    run.obeys(say(false));
    run.world().isQuick("build a");
    run.ends();

    assertThat(run.world().toldTo(WORD)).isEmpty();
    assertThat(run.world().calls()).doesNotContain("build a, try 2");
    assertThat(run.run().messages()).hasSize(1);
  }

  private static RunCommand say(boolean now) {
    return new RunCommand.Say("ada", Optional.of(new GroupId("a")), WORD, now, Optional.empty());
  }
}

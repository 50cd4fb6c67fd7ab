package dev.otto.workflows.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.model.GroupId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.group.Standing;
import dev.otto.model.run.RunCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A worker that dies with a workflow task in its hands.
@Tag("slow")
@Timeout(90)
class RunLostAnswerTest {
  @Test
  void two_commands_in_a_lost_task_are_both_obeyed_and_nothing_diverges() throws Exception {
    var loss = new LostAnswer(answer -> answer.getMessagesCount() >= 2);
    try (var engine = new TestEngine(loss)) {
      var run = engine.run();
      run.world().isSlow("build a");
      run.world().isSlow("build c");
      run.starts().calls("build a").calls("build c");

      loss.holdsBack();
      run.world().isQuick("build c");
      await().until(loss::holds);
      var pause = run.asked(TestRun.pause(false));
      var abort = run.asked(new RunCommand.AbortGroup("ada", new GroupId("b"), Optional.empty()));
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      loss.letsGo();

      pause.get(40, TimeUnit.SECONDS);
      abort.get(40, TimeUnit.SECONDS);
      assertThat(loss.happened()).isTrue();
      assertThat(run.words().stream().filter(word -> word.equals("pause-requested"))).hasSize(1);
      run.world().isQuick("build a");
      run.obeys(TestRun.resume());
      run.ends();
      assertThat(run.run().group(new GroupId("b")).orElseThrow().standing())
          .isEqualTo(new Standing.Aborted("ada"));
      assertThat(run.run().ended().orElseThrow().verdict()).isEqualTo(Verdict.PARTIAL);
      assertThat(run.store().refusals()).isEmpty();
    }
  }
}

package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.compile.CompileStep;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls that cannot be made before a person has put something right.
class PersonNeededTest {
  private static final String WHY = "claude does not accept the account: put its key right";
  private static final RunCommand RESUME = new RunCommand.Resume("ada", Optional.empty());

  private final RunStory story = RunStory.building("api", "docs");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void the_run_stands_still_with_that_sentence_and_nothing_is_counted() {
    api.isLost(Loss.CRASHED).needsPerson(WHY);

    assertThat(story.run().state()).isEqualTo(new RunState.Paused(WHY));
    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().calls().waiting()).containsExactly(api.call());
    assertThat(api.call().losses()).isEqualTo(1);
    assertThat(api.group().attemptNumber()).isEqualTo(1);
  }

  @Test
  void the_same_call_is_made_again_when_the_run_is_resumed_however_often() {
    for (var time = 0; time < 10; time++) {
      api.needsPerson(WHY);
      story.asks(RESUME);
    }

    assertThat(story.run().calls().open()).containsExactly(api.call());
    assertThat(api.call().id()).isEqualTo(new CallId("c2"));
    assertThat(api.call().tries()).isEqualTo(11);
    assertThat(api.answers().passes().group().attemptNumber()).isEqualTo(1);
  }

  @Test
  void other_calls_that_run_may_end_first_and_the_first_sentence_stays() {
    var docs = story.group("docs").begins().isCalled();

    api.needsPerson(WHY);
    assertThat(story.run().state()).isEqualTo(new RunState.Pausing(WHY));
    docs.needsPerson("claude has no credit left");

    assertThat(story.run().state()).isEqualTo(new RunState.Paused(WHY));
    story.asks(RESUME);
    assertThat(story.run().calls().open()).containsExactlyInAnyOrder(api.call(), docs.call());
  }

  @Test
  void a_person_who_paused_the_run_is_not_contradicted() {
    story.asks(new RunCommand.Pause("ada", false, Optional.empty()));

    api.needsPerson(WHY);

    assertThat(story.run().state()).isEqualTo(new RunState.Paused("paused by ada"));
  }

  @Test
  void a_spec_agent_waits_for_the_person_as_well() {
    var asked = RunStory.created().opens().callsSpecAgent();
    var order = RunStory.assertStep(CompileStep.Call.class, asked.plan().compile()).order();

    asked.called(new CallEvent.NeedsPerson(order, "auth", WHY, Usage.NONE));

    assertThat(asked.run().state()).isEqualTo(new RunState.Paused(WHY));
    assertThat(asked.plan().compile()).isEqualTo(new CompileStep.Call(order.again()));
  }
}

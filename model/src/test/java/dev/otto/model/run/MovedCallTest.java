package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.group.Standing;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.RunSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls that move to another provider, since theirs cannot be used.
class MovedCallTest {
  private static final CallId MOVED = new CallId("c2-2-codex");

  private final RunStory story = RunStory.building("api");
  private final GroupStory api = story.group("api").begins().isCalled();

  @Test
  void another_call_takes_its_place_in_the_same_attempt() {
    var attempt = api.group().attempt();

    moves(api.call(), "codex", Usage.NONE);

    assertThat(api.call())
        .isEqualTo(CallOrder.first(MOVED, Stage.BUILD, Optional.of(new GroupId("api")), 1, 0));
    assertThat(api.group().attempt()).isEqualTo(attempt);
    assertThat(api.standing()).isEqualTo(new Standing.Calling(MOVED));
    assertThat(api.step()).isEqualTo(new GroupStep.Call(api.call()));
    assertThat(story.run().calls().open()).containsExactly(api.call());
    assertThat(story.run().calls().nextId()).isEqualTo(new CallId("c3"));
  }

  @Test
  void the_provider_is_the_one_of_the_list_to_which_it_moved() {
    var codex = AgentChoice.of("codex");
    var claude = AgentChoice.of("claude").otherwise(List.of(codex));
    var agents = Agents.all(claude);
    var settings = RunSettings.of("claude").with(agents);

    assertThat(api.call().agent(settings)).isEqualTo(claude);
    assertThat(api.call().movedTo("codex").agent(settings)).isEqualTo(codex);
    assertThat(api.call().movedTo("codex").movedTo("claude").agent(settings)).isEqualTo(claude);
    assertThat(api.call().movedTo("codex").movedTo("claude").id())
        .isEqualTo(new CallId("c2-3-claude"));
    assertThat(claude.words()).isEqualTo("claude, else codex");
    assertThat(agents.providers()).containsExactly("claude", "codex");
  }

  @Test
  void what_it_used_is_paid_for_and_nothing_is_set_aside_for_it_any_more() {
    var share = new Limits(Optional.of(500L), Optional.empty(), Optional.empty());
    story.happens(new RunEvent.OfCall(new CallEvent.Reserved(api.call(), share)));
    var before = story.run();

    moves(api.call(), "codex", new Usage(1, 100, 0, 10, Optional.of(BigDecimal.ONE)));

    assertThat(story.run().ledger().reserved()).isEmpty();
    assertThat(story.run().ledger().spent().tokens())
        .isEqualTo(before.ledger().spent().tokens() + 110);
    assertThat(story.run().calls().usage().inputTokens())
        .isEqualTo(before.calls().usage().inputTokens() + 100);
  }

  @Test
  void what_it_used_before_otto_ended_under_it_is_told_by_the_move_even_if_that_was_nothing() {
    story.happens(new RunEvent.OfCall(new CallEvent.Lost(api.call(), Loss.OTTO_ENDED, Usage.NONE)));
    assertThat(story.run().calls().untold()).containsExactly(new CallId("c2"));

    moves(api.call(), "codex", Usage.NONE);

    assertThat(story.run().calls().untold()).isEmpty();
  }

  @Test
  void wherever_it_moves_it_is_the_call_that_was_ordered_first() {
    assertThat(api.call().movedTo("codex").movedTo("claude").id().first())
        .isEqualTo(api.call().id().first())
        .isEqualTo(new CallId("c2"));
  }

  @Test
  void in_a_run_that_is_held_it_waits_with_the_others() {
    story.happens(new RunEvent.Held("a person is needed", false));

    moves(api.call(), "codex", Usage.NONE);

    assertThat(story.run().calls().open()).isEmpty();
    assertThat(story.run().calls().waiting()).extracting(CallOrder::id).containsExactly(MOVED);
  }

  private void moves(CallOrder order, String to, Usage used) {
    story.happens(
        new RunEvent.OfCall(
            new CallEvent.Moved(order, "claude", to, "its account is at a limit", used)));
  }
}

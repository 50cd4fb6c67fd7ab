package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.RunSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What screens may offer is decided here, and always with a reason why not.
class ActionsTest {
  @Test
  void at_the_gate_a_person_approves_edits_or_rejects() {
    assertThat(enabled(RunStory.atTheGate().run())).contains("approve", "edit", "reject", "abort");
    assertThat(enabled(RunStory.building("api").run())).doesNotContain("approve", "edit", "reject");
  }

  @Test
  void each_group_at_work_is_talked_to_and_aborted_by_itself() {
    var story = RunStory.building("api", "mail");
    story.group("api").builds().merges();

    var offered = Actions.of(story.run(), Optional.empty());

    assertThat(ofGroup(offered, "mail")).allMatch(Action::enabled);
    assertThat(ofGroup(offered, "api"))
        .allMatch(action -> !action.enabled() && action.reason().isPresent());
    assertThat(ofGroup(offered, "api"))
        .extracting(Action::id)
        .containsExactly("say", "abort-group");
  }

  @Test
  void a_budget_is_added_to_only_where_there_is_one() {
    var calls = new Limits(Optional.empty(), Optional.empty(), Optional.of(4));
    var budget = new Budget(calls, Limits.NONE, OnLimit.PAUSE);
    var limited = RunStory.created(RunSettings.of("scripted").with(budget)).run();

    assertThat(enabled(limited)).contains("budget");
    assertThat(enabled(RunStory.created().run())).doesNotContain("budget");
  }

  private static List<Action> ofGroup(List<Action> actions, String group) {
    return actions.stream()
        .filter(action -> action.group().equals(Optional.of(new GroupId(group))))
        .toList();
  }

  private static List<String> enabled(Run run) {
    return Actions.of(run, Optional.empty()).stream()
        .filter(Action::enabled)
        .filter(action -> action.group().isEmpty())
        .map(Action::id)
        .toList();
  }
}

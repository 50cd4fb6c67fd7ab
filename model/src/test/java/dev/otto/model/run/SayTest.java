package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.call.Loss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A person has a word for an agent.
class SayTest {
  private static final Digest HURRY = Sample.digest("Hurry.");

  @Test
  void it_waits_for_the_calls_of_its_group_until_one_was_told() {
    var story = RunStory.building("api", "mail").asks(say(Optional.of("api"), HURRY));
    var api = story.group("api").begins().isCalled();
    var mail = story.group("mail").begins().isCalled();

    assertThat(story.run().saidTo(api.call())).containsExactly(HURRY);
    assertThat(story.run().saidTo(mail.call())).isEmpty();

    story.happens(new RunEvent.Heard(api.call().id(), group("api"), List.of(HURRY)));
    assertThat(story.run().saidTo(api.call())).isEmpty();
    assertThat(story.run().messages()).isEmpty();
  }

  @Test
  void the_same_words_to_another_agent_or_once_more_are_heard_by_themselves() {
    var story =
        RunStory.building("api", "mail")
            .asks(say(Optional.of("api"), HURRY))
            .asks(say(Optional.of("mail"), HURRY));
    var api = story.group("api").begins().isCalled();
    var mail = story.group("mail").begins().isCalled();
    story.asks(say(Optional.of("api"), HURRY));

    story.happens(new RunEvent.Heard(api.call().id(), group("api"), List.of(HURRY)));

    assertThat(story.run().saidTo(mail.call())).containsExactly(HURRY);
    assertThat(story.run().saidTo(api.call())).containsExactly(HURRY);
  }

  @Test
  void without_a_name_it_is_for_the_only_group_that_is_left() {
    var story = RunStory.building("api", "mail");
    story.group("api").builds().merges();

    story.asks(say(Optional.empty(), HURRY));

    assertThat(story.run().messages())
        .containsExactly(new Message("ada", Optional.of(new GroupId("mail")), HURRY));
  }

  @Test
  void before_there_are_groups_it_is_for_who_writes_the_spec() {
    var story = RunStory.created().opens().asks(say(Optional.empty(), HURRY)).callsSpecAgent();

    assertThat(story.run().saidTo(story.run().calls().open().getFirst())).containsExactly(HURRY);
  }

  @Test
  void who_cannot_listen_is_not_talked_to() {
    var story = RunStory.building("api", "mail");
    assertThat(say(Optional.empty(), HURRY).refusal(story.run()))
        .contains(
            new RunRefusal.WhichGroup(
                Sample.RUN, List.of(new GroupId("api"), new GroupId("mail"))));
    assertThat(say(Optional.of("web"), HURRY).refusal(story.run()))
        .contains(new RunRefusal.NoSuchGroup(Sample.RUN, new GroupId("web")));

    story.group("api").builds().merges();
    assertThat(say(Optional.of("api"), HURRY).refusal(story.run()))
        .contains(new RunRefusal.GroupSettled(Sample.RUN, new GroupId("api"), "merged"));
    assertThat(say(Optional.empty(), HURRY).refusal(RunStory.passed().run())).isPresent();
  }

  @Test
  void a_call_that_is_ended_for_it_is_no_loss_that_counts() {
    assertThat(Loss.TOLD.counts()).isFalse();
  }

  private static Optional<GroupId> group(String name) {
    return Optional.of(new GroupId(name));
  }

  private static RunCommand say(Optional<String> group, Digest text) {
    return new RunCommand.Say("ada", group.map(GroupId::new), text, false, Optional.empty());
  }
}

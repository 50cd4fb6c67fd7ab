package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.run.MessageView;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunStory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people said to agents is shown with its words, and whether an agent was told.
class MessagesTest {
  private static final Optional<GroupId> API = Optional.of(new GroupId("api"));
  private static SampleOtto otto;

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @Test
  void a_message_is_unheard_until_an_agent_of_its_group_was_told() {
    var hurry = otto.contents.keep("Hurry.");
    var cents = otto.contents.keep("Count in cents.");
    var story = RunStory.building("api", "mail").asks(say(API, hurry)).asks(say(API, cents));
    var call = story.group("api").begins().isCalled().call();
    story.happens(new RunEvent.Heard(call.id(), API, List.of(hurry)));

    var messages = messages(otto.tell(story));

    assertThat(messages).extracting(MessageView::text).containsExactly("Hurry.", "Count in cents.");
    assertThat(messages).extracting(MessageView::group).containsOnly(API);
    assertThat(messages.getFirst().heardAt()).contains(story.now());
    assertThat(messages.getLast().heardAt()).isEmpty();
  }

  @Test
  void what_was_said_without_a_name_was_to_the_group_that_heard_it() {
    var hurry = otto.contents.keep("Hurry.");
    var story = RunStory.building("api").asks(say(Optional.empty(), hurry));
    var call = story.group("api").begins().isCalled().call();
    story.happens(new RunEvent.Heard(call.id(), API, List.of(hurry)));

    assertThat(messages(otto.tell(story))).extracting(MessageView::group).containsExactly(API);
  }

  @Test
  void nothing_said_is_an_empty_list() {
    assertThat(messages(otto.newRun())).isEmpty();
  }

  private static RunCommand say(Optional<GroupId> group, Digest text) {
    return new RunCommand.Say("ada", group, text, false, Optional.empty());
  }

  private static List<MessageView> messages(RunId run) {
    return otto.web()
        .get("/api/v1/runs/%s/messages".formatted(run))
        .body(MessageView.Page.class)
        .messages();
  }
}

package dev.otto.activities.agent.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.Transcripts;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodexTranscriptsTest {
  private final CodexAdapter adapter =
      new CodexAdapter(Path.of("/usr/bin/codex"), Thinking.with(Optional.empty()));
  private final Transcripts transcripts = new Transcripts(adapter);

  @Test
  void every_recorded_call_is_concluded_as_the_table_says() {
    assertThat(transcripts.actual()).isEqualTo(transcripts.expected());
  }

  @Test
  void of_a_resumed_conversation_only_what_is_new_counts() {
    var first = transcripts.trace("success");
    var second = transcripts.trace(first.next(), "resume");

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(first.used().inputTokens()).isEqualTo(450);
    assertThat(second.used().inputTokens()).isEqualTo(150);
    assertThat(second.used().outputTokens()).isEqualTo(25);
    assertThat(second.used().usd()).isEmpty();
  }

  @Test
  void what_a_killed_call_could_not_tell_is_counted_with_the_call_that_goes_on() {
    var killed = transcripts.trace("killed-sigkill-midway-then-resume-1");
    var resumed = transcripts.trace(killed.next(), "killed-sigkill-midway-then-resume-2");

    assertThat(killed.used().inputTokens()).isZero();
    assertThat(resumed.used().inputTokens()).isEqualTo(300);
  }

  @Test
  void another_conversation_begins_from_nothing() {
    var first = transcripts.trace("success");
    var other = transcripts.trace(first.next(), "structured-output");

    assertThat(other.used().inputTokens()).isEqualTo(150);
  }

  @Test
  void a_recorded_call_holds_nothing_that_is_not_known() {
    assertThat(transcripts.lines("success").stream().flatMap(line -> adapter.parse(line).stream()))
        .noneMatch(Warning.class::isInstance);
  }

  @Test
  void what_is_no_event_or_an_unknown_one_is_a_warning_and_never_an_end() {
    for (var line :
        new String[] {
          "garbage",
          "[]",
          "17",
          "{\"type\":7}",
          "{\"type\":\"soon\"}",
          "{\"a\":1,\"a\":2}",
          "{\"type\":"
        }) {
      assertThat(adapter.parse(line)).as(line).hasSize(1).allMatch(Warning.class::isInstance);
    }
    assertThat(adapter.parse("  ")).isEmpty();
  }
}

package dev.otto.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.Transcripts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaudeTranscriptsTest {
  private final ClaudeAdapter adapter =
      new ClaudeAdapter(Path.of("/usr/bin/claude"), Thinking.with(Optional.empty()));
  private final Transcripts transcripts = new Transcripts(adapter);

  @Test
  void every_recorded_call_is_concluded_as_the_table_says() {
    assertThat(transcripts.actual()).isEqualTo(transcripts.expected());
  }

  @Test
  void a_conversation_is_known_from_its_first_line_also_of_a_killed_call() {
    assertThat(transcripts.trace("killed-sigkill-midway-then-resume-1").conversation())
        .isEqualTo(transcripts.trace("killed-sigkill-midway-then-resume-2").conversation())
        .isPresent();
  }

  @Test
  void a_resumed_call_tells_what_it_used_itself_though_its_line_sums_up_the_conversation() {
    var first = transcripts.trace("success");
    var second = transcripts.trace(first.next(), "resume");

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(first.used().inputTokens()).isEqualTo(450);
    assertThat(second.used().inputTokens()).isEqualTo(150);
    assertThat(second.used().usd()).contains(new BigDecimal("0.000759"));
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

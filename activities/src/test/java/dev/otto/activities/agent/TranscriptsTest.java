package dev.otto.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.claude.ClaudeAdapter;
import dev.otto.activities.agent.codex.CodexAdapter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the real programs wrote once, and what Otto makes of it.
@ParameterizedClass
@EnumSource(TranscriptsTest.Program.class)
class TranscriptsTest {
  private final Program program;

  TranscriptsTest(Program program) {
    this.program = program;
  }

  /// The programs of which there are transcripts.
  enum Program {
    CLAUDE,
    CODEX;

    AgentAdapter adapter() {
      var liked = Thinking.with(Optional.empty());
      return switch (this) {
        case CLAUDE -> new ClaudeAdapter(Path.of("/usr/bin/claude"), liked);
        case CODEX -> new CodexAdapter(Path.of("/usr/bin/codex"), liked);
      };
    }
  }

  @Test
  void every_recorded_call_is_concluded_as_the_table_says() {
    assertThat(transcripts().actual()).isEqualTo(transcripts().expected());
  }

  @Test
  void a_conversation_is_known_from_its_first_line_also_of_a_killed_call() {
    assertThat(transcripts().trace("killed-sigkill-midway-then-resume-1").conversation())
        .isEqualTo(transcripts().trace("killed-sigkill-midway-then-resume-2").conversation())
        .isPresent();
  }

  @Test
  void of_a_resumed_conversation_only_what_is_new_counts() {
    var first = transcripts().trace("success");
    var second = transcripts().trace(first.next(), "resume");

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(first.used().inputTokens()).isEqualTo(450);
    assertThat(second.used().inputTokens()).isEqualTo(150);
    assertThat(second.used().outputTokens()).isEqualTo(25);
    assertThat(second.used().usd())
        .isEqualTo(
            switch (program) {
              case CLAUDE -> Optional.of(new BigDecimal("0.000759"));
              case CODEX -> Optional.empty();
            });
  }

  @Test
  void another_conversation_begins_from_nothing() {
    var first = transcripts().trace("success");
    var other = transcripts().trace(first.next(), "structured-output");

    assertThat(other.used().inputTokens())
        .isEqualTo(transcripts().trace("structured-output").used().inputTokens());
  }

  @Test
  void a_recorded_call_holds_nothing_that_is_not_known() {
    assertThat(
            transcripts().lines("success").stream()
                .flatMap(line -> program.adapter().parse(line).stream()))
        .noneMatch(Warning.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "[]",
        "17",
        "{\"type\":7}",
        "{\"type\":\"soon\"}",
        "{\"a\":1,\"a\":2}",
        "{\"type\":"
      })
  void what_is_no_event_or_an_unknown_one_is_a_warning_and_never_an_end(String line) {
    assertThat(program.adapter().parse(line)).hasSize(1).allMatch(Warning.class::isInstance);
  }

  @Test
  void an_empty_line_says_nothing() {
    assertThat(program.adapter().parse("  ")).isEmpty();
  }

  private Transcripts transcripts() {
    return new Transcripts(program.adapter());
  }
}

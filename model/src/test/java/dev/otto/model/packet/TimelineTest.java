package dev.otto.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.audit.Verdict;
import dev.otto.model.packet.Timeline.Kind;
import dev.otto.model.packet.Timeline.Lane;
import dev.otto.model.packet.Timeline.Span;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunStory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a person sees of when a run did what; in the story every event takes a second.
class TimelineTest {
  @Test
  void each_group_has_a_lane_and_its_attempts_are_the_spans() {
    var timeline = Timeline.of(RunStory.passed().log());

    assertThat(timeline.lanes().stream().map(Lane::name))
        .containsExactly("spec", "greeter", "audit");
    assertThat(timeline.lanes().getFirst().spans())
        .containsExactly(new Span(0, 4_000, Kind.GOOD, "spec: written"));
    assertThat(lane(timeline, "greeter").spans())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.kind()).isEqualTo(Kind.GOOD);
          assertThat(span.words()).isEqualTo("attempt 1: merged");
          assertThat(span.to()).isGreaterThan(span.from()).isLessThan(timeline.millis());
        });
  }

  @Test
  void what_was_waited_for_is_no_work() {
    var story = RunStory.atTheGate().passes(Duration.ofHours(8)).approves().prepares();
    story.asks(new RunCommand.Pause("ada", false, Optional.empty()));

    var timeline = Timeline.of(story.log());

    assertThat(lane(timeline, "approval").spans())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.kind()).isEqualTo(Kind.WAITED);
          assertThat(span.words()).isEqualTo("review: approved by Otto");
          assertThat(Duration.ofMillis(span.to() - span.from())).isGreaterThan(Duration.ofHours(8));
        });
    assertThat(lane(timeline, "stood still").spans().getFirst().words())
        .startsWith("paused by ada");
  }

  @Test
  void an_audit_that_refutes_and_the_repair_after_it_are_told_apart() {
    var story = RunStory.merged().audits(Verdict.FAILED, "greeter");
    story.group("greeter").isRepaired().builds().merges();
    story.audits(Verdict.PASSED).ends();

    var timeline = Timeline.of(story.log());

    assertThat(lane(timeline, "audit").spans().stream().map(Span::kind))
        .containsExactly(Kind.BAD, Kind.GOOD);
    assertThat(lane(timeline, "greeter").spans().stream().map(Span::words))
        .containsExactly("attempt 1: merged", "repair 1: merged");
  }

  @Test
  void what_a_run_was_about_when_it_ended_is_not_finished() {
    var story = RunStory.building("greeter");
    story.group("greeter").begins();

    assertThat(lane(Timeline.of(story.log()), "greeter").spans())
        .extracting(Span::kind, Span::words)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Kind.BAD, "attempt 1: not finished"));
  }

  private static Lane lane(Timeline timeline, String name) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

package dev.otto.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.shell.Size;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A run at one glance, as it is drawn on a terminal.
class FrameTest {
  private static final Instant NOW = SampleRun.START.plusSeconds(102);
  private static final EventWords WORDS = new EventWords(SampleRun.ID, ZoneOffset.UTC);

  @Test
  void at_80_columns() {
    assertThat(drawn(building(), new Size(80, 24)))
        .isEqualTo(
            """
            2026-11-21-090312-a1b2c3  Expense approval portal                   working 1:42
            ✓ compile  ✓ prepare  ▸ build  · audit  · render
              model      merged
              api        building  attempt 2  agent works (build), 0:42
              web-pages  waiting              needs api
              mail       failed    attempt 3  it made no progress: the same tree fails the…
            build api, attempt 2: agent called                                      42 s ago
            """);
  }

  @Test
  void at_200_columns() {
    assertThat(drawn(building(), new Size(200, 24)))
        .isEqualTo(
            """
            2026-11-21-090312-a1b2c3  Expense approval portal%s working 1:42
            ✓ compile  ✓ prepare  ▸ build  · audit  · render
              model      merged
              api        building  attempt 2  agent works (build), 0:42
              web-pages  waiting              needs api
              mail       failed    attempt 3  it made no progress: the same tree fails the same checks as before
            build api, attempt 2: agent called%s 42 s ago
            """
                .formatted(" ".repeat(138), " ".repeat(157)));
  }

  @Test
  void nothing_is_wider_than_a_narrow_terminal() {
    var lines = Frame.of(building().view(), story(), NOW, new Size(30, 24));

    assertThat(lines).allMatch(line -> Width.of(line.text(30, false)) <= 30);
  }

  @Test
  void wide_characters_take_two_columns() {
    var run = building().titled("経費承認ポータル 🚀 mit Größen").view();

    var lines = Frame.of(run, story(), NOW, new Size(60, 24));

    assertThat(lines).allMatch(line -> Width.of(line.text(60, false)) <= 60);
    assertThat(lines.getFirst().text(60, false)).contains("経費承認ポ").endsWith("working 1:42");
  }

  @Test
  void a_title_cannot_steer_the_terminal() {
    var run = building().titled("\033[2Jgone\u202e").view();

    assertThat(drawn(run, new Size(80, 24))).doesNotContain("\033").doesNotContain("\u202e");
  }

  @Test
  void groups_that_do_not_fit_are_counted_and_those_at_work_are_shown() {
    var run = SampleRun.working(Phase.BUILD);
    for (var number = 1; number <= 20; number++) {
      run.group("g" + number, number == 19 ? "building" : number < 10 ? "merged" : "waiting", 1);
    }

    assertThat(drawn(run, new Size(60, 10)))
        .isEqualTo(
            """
            2026-11-21-090312-a1b2c3  Expense approval po…  working 1:42
            ✓ compile  ✓ prepare  ▸ build  · audit  · render
              g1   merged
              g2   merged
              g3   merged
              g19  building
              … and 6 merged, 10 waiting
            build api, attempt 2: agent called                  42 s ago
            """);
  }

  @Test
  void a_run_at_its_gate_says_what_to_type() {
    var gated = new Story(Optional.empty(), Map.of(), true);

    assertThat(
            text(
                Frame.of(SampleRun.waiting().view(), gated, NOW, new Size(80, 24)),
                new Size(80, 24)))
        .isEqualTo(
            """
            2026-11-21-090312-a1b2c3  Expense approval portal                   waiting 1:42
            ✓ compile  ▸ review  · prepare  · build  · audit  · render
            needs you: otto approve 2026-11-21-090312-a1b2c3, otto edit or otto reject
            """);
  }

  @Test
  void a_paused_run_says_what_to_type() {
    var run = SampleRun.working(Phase.BUILD).paused("paused by me");

    assertThat(drawn(run, new Size(80, 24)))
        .contains("stands still: otto resume 2026-11-21-090312-a1b2c3");
  }

  @Test
  void a_repair_shows_its_round() {
    var run = SampleRun.working(Phase.REPAIR).round(2);

    assertThat(drawn(run, new Size(80, 24)))
        .contains("✓ build  ✓ audit  ▸ repair (round 2)  · render");
  }

  @Test
  void where_colours_are_welcome_words_have_theirs() {
    var lines = Frame.of(building().view(), story(), NOW, new Size(80, 24));

    assertThat(lines.get(2).text(80, true)).contains("\033[32mmerged");
    assertThat(lines.get(1).text(80, true)).contains("\033[1m▸ build\033[0m");
    assertThat(Width.of(lines.get(2).text(80, false))).isEqualTo(lines.get(2).width());
  }

  private static SampleRun building() {
    return SampleRun.working(Phase.BUILD)
        .group("model", "merged", 1)
        .group("api", "building", 2, "model")
        .group("web-pages", "waiting", 0, "model", "api")
        .troubled(
            "mail",
            "failed",
            3,
            "it made no progress: the same tree fails the same checks as before");
  }

  private static Story story() {
    var order =
        CallOrder.first(new CallId("c4"), Stage.BUILD, Optional.of(new GroupId("api")), 2, 0);
    var called = new RunEvent.OfCall(new CallEvent.Ordered(order));
    return Story.NONE.after(SampleRun.news(9, 60, called), WORDS);
  }

  private static String drawn(SampleRun run, Size size) {
    return drawn(run.view(), size);
  }

  private static String drawn(RunView run, Size size) {
    return text(Frame.of(run, run.groups().isEmpty() ? Story.NONE : story(), NOW, size), size);
  }

  private static String text(List<Line> lines, Size size) {
    return lines.stream()
        .map(line -> line.text(size.columns(), false).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}

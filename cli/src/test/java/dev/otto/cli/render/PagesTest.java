package dev.otto.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.Phase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pages of status, runs and show, word for word.
class PagesTest {
  private static final Instant NOW = SampleRun.START.plusSeconds(600);

  @Test
  void runs_are_one_line_each() {
    var runs =
        List.of(
            SampleRun.working(Phase.BUILD).line(),
            SampleRun.ended(Verdict.PASSED)
                .named("2026-11-20-180000-000001")
                .titled("A shop")
                .changed(SampleRun.START.minusSeconds(8 * 3_600))
                .line());

    assertThat(text(RunsTable.of(runs, NOW)))
        .isEqualTo(
            """
            2026-11-21-090312-a1b2c3  working  8 min ago  portal  Expense approval portal
            2026-11-20-180000-000001  passed   8 h ago    portal  A shop
            """);
  }

  @Test
  void the_status_says_first_what_needs_the_user() {
    var partial =
        SampleRun.ended(Verdict.PARTIAL)
            .clause("saves", Value.PROVEN)
            .clause("mails", Value.UNPROVEN);
    var page =
        new StatusPage(
            List.of(
                SampleRun.waiting().view(),
                SampleRun.working(Phase.BUILD).paused("its time is used up").view()),
            List.of(SampleRun.working(Phase.AUDIT).line()),
            List.of(
                partial.line(),
                SampleRun.ended(Verdict.PASSED)
                    .named("2026-11-20-180000-000001")
                    .changed(SampleRun.START.minusSeconds(90_000))
                    .line()),
            Map.of(SampleRun.ID, partial.view()),
            SampleRun.START);

    assertThat(text(page.lines(NOW)))
        .isEqualTo(
            """
            2 runs need you. 1 run goes on. 1 finished since you last looked.

            Needs you
              2026-11-21-090312-a1b2c3  waiting  Expense approval portal
                a person to approve the spec
                otto approve 2026-11-21-090312-a1b2c3, otto edit or otto reject
              2026-11-21-090312-a1b2c3  paused  Expense approval portal
                its time is used up
                otto resume 2026-11-21-090312-a1b2c3, or otto abort

            Goes on
              2026-11-21-090312-a1b2c3  audit  began 10 min ago  portal  Expense approval portal

            Finished since you last looked
              2026-11-21-090312-a1b2c3  partial  8 min ago  portal  Expense approval portal
                1 proven, 1 unproven; otto land 2026-11-21-090312-a1b2c3

            Finished
              2026-11-20-180000-000001  passed  25 h ago  portal  Expense approval portal
            """);
  }

  @Test
  void when_nothing_needs_the_user_the_first_words_say_so() {
    var landed = SampleRun.ended(Verdict.PASSED).landed("main");
    var page =
        new StatusPage(
            List.of(), List.of(), List.of(landed.line()), Map.of(SampleRun.ID, landed.view()), NOW);

    assertThat(text(page.lines(NOW)))
        .isEqualTo(
            """
            Nothing needs you.

            Finished
              2026-11-21-090312-a1b2c3  passed  8 min ago  portal  Expense approval portal
                landed on main
            """);
  }

  @Test
  void many_runs_that_need_the_user_leave_room_for_the_rest() {
    var page =
        new StatusPage(
            Collections.nCopies(6, SampleRun.waiting().view()),
            List.of(),
            List.of(),
            Map.of(),
            NOW);

    assertThat(text(page.lines(NOW)))
        .startsWith("6 runs need you.\n")
        .endsWith("  … and 2 more: otto runs\n")
        .hasLineCount(3 + 4 * 3 + 1);
  }

  @Test
  void a_status_without_runs_says_how_to_begin() {
    var page = new StatusPage(List.of(), List.of(), List.of(), Map.of(), Instant.EPOCH);

    assertThat(text(page.lines(NOW)))
        .isEqualTo(
            "No runs yet. Try `otto demo`, or `otto run \"what you want\"` in a repository.\n");
  }

  @Test
  void a_run_is_shown_whole() {
    var run =
        SampleRun.ended(Verdict.PARTIAL)
            .landed("main")
            .group("api", "merged", 1)
            .troubled("mail", "failed", 3, "it made no progress")
            .clause("saves", Value.PROVEN)
            .clause("mails", Value.UNPROVEN);

    assertThat(text(RunPage.of(run.view(), NOW)))
        .isEqualTo(
            """
            Expense approval portal
            run         2026-11-21-090312-a1b2c3
            state       partial, not everything is proven
            repository  /home/me/portal
            base        ba5eba11ba5eba11ba5eba11ba5eba11ba5eba11
            commit      c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00, landed on main
            spec        %s
            proof       /home/me/portal/otto_logs/sessions/2026-11-21-090312-a1b2c3/proof-packet.html
            started     10 min ago
            worked      1:38
            agents      scripted
            used        4 calls, 12,000 tokens in (9,000 cached), 800 out, 0.12 USD
            ✓ compile  ✓ prepare  ✓ build  ✓ audit  ✓ render

            Intent
              build an expense approval portal
              with an inbox

            Groups
              api   merged  1 attempt   c0ffee00c0
              mail  failed  3 attempts  it made no progress

            Clauses: 1 proven, 1 unproven
              saves  proven
              mails  unproven

            You may: land
            """
                .formatted(SampleRun.SPEC));
  }

  private static String text(List<Line> lines) {
    return lines.stream()
        .map(line -> line.text(false).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}

package dev.otto.store.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CallId;
import dev.otto.model.RunId;
import dev.otto.model.Sample;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.RunSettings;
import dev.otto.store.SampleDatabase;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What all runs of a project have used on one day.
class DaySpendingsTest {
  private static final RunId OTHER = new RunId("2026-11-21-120000-ffffff");
  private static final String PROJECT = Sample.PROJECT.value();
  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final DaySpendings.Sum NOTHING = new DaySpendings.Sum(0, BigDecimal.ZERO, 0);

  private final SampleDatabase database = SampleDatabase.fresh();
  private final Checkpoints checkpoints = new Checkpoints(database.jdbi());

  @BeforeEach
  void twoRuns() {
    database.jdbi().useExtension(Projects.class, all -> all.add(PROJECT, "/home/ada/shop"));
    created(Sample.RUN);
    created(OTHER);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void calls_of_all_its_runs_count_whatever_they_came_to() {
    opened(Sample.RUN, "c1", 1, Limits.NONE);
    ended(Sample.RUN, "c1", 1, answered("c1", usage(100, "0.5")));
    opened(OTHER, "c1", 1, Limits.NONE);
    ended(OTHER, "c1", 1, lost("c1", usage(30, "0.25")));
    opened(OTHER, "c1", 2, Limits.NONE);
    ended(OTHER, "c1", 2, lost("c1", Usage.NONE));

    assertThat(spent(LONG_AGO)).isEqualTo(new DaySpendings.Sum(150, new BigDecimal("0.75"), 2));
    assertThat(spent(Instant.now().plusSeconds(60))).isEqualTo(NOTHING);
    assertThat(reserved(OTHER, "c9")).isEqualTo(NOTHING);
  }

  @Test
  void a_cost_that_nobody_told_counts_with_what_was_set_aside_and_never_as_nothing() {
    opened(Sample.RUN, "c1", 1, share(1000, "1.5"));
    ended(Sample.RUN, "c1", 1, lost("c1", new Usage(1, 7, 0, 0, Optional.empty())));

    assertThat(spent(LONG_AGO)).isEqualTo(new DaySpendings.Sum(7, new BigDecimal("1.5"), 1));
  }

  @Test
  void what_is_set_aside_is_seen_by_other_calls_until_the_call_or_its_run_has_ended() {
    opened(Sample.RUN, "c1", 1, share(1000, "1.5"));
    opened(Sample.RUN, "c1", 2, share(400, "0.5"));
    opened(OTHER, "c1", 1, share(50, "0.25"));

    assertThat(reserved(OTHER, "c1"))
        .isEqualTo(new DaySpendings.Sum(400, new BigDecimal("0.5"), 1));
    assertThat(reserved(Sample.RUN, "c9"))
        .isEqualTo(new DaySpendings.Sum(450, new BigDecimal("0.75"), 2));

    ended(Sample.RUN, "c1", 2, answered("c1", usage(1, "0.5")));
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE run SET word = 'ended' WHERE id = ?", OTHER.value()));

    assertThat(reserved(Sample.RUN, "c9")).isEqualTo(NOTHING);
  }

  private DaySpendings.Sum spent(Instant since) {
    return plain(
        database.jdbi().withExtension(DaySpendings.class, days -> days.spent(PROJECT, since)));
  }

  private DaySpendings.Sum reserved(RunId run, String id) {
    return plain(
        database
            .jdbi()
            .withExtension(DaySpendings.class, days -> days.reserved(PROJECT, run.value(), id)));
  }

  private static DaySpendings.Sum plain(DaySpendings.Sum sum) {
    var usd = sum.usd().signum() == 0 ? BigDecimal.ZERO : sum.usd().stripTrailingZeros();
    return new DaySpendings.Sum(sum.tokens(), usd, sum.calls());
  }

  private void opened(RunId run, String id, int tries, Limits share) {
    database
        .jdbi()
        .useTransaction(handle -> {
          handle
              .attach(CallRows.class)
              .open(run.value(), id, tries, 0, Sample.HOST.value(), "spec", null, "/log");
          if (share.any()) {
            handle.attach(DaySpendings.class).setsAside(run.value(), id, tries, share);
          }
        });
  }

  private void ended(RunId run, String id, int tries, CallEvent event) {
    database
        .jdbi()
        .useExtension(CallRows.class, rows -> rows.conclude(run.value(), id, tries, 0, 5, event));
  }

  private static CallEvent answered(String id, Usage usage) {
    return new CallEvent.Answered(order(id), new Answer.Done(Optional.empty()), usage);
  }

  private static CallEvent lost(String id, Usage usage) {
    return new CallEvent.Lost(order(id), Loss.CRASHED, usage);
  }

  private static CallOrder order(String id) {
    return CallOrder.first(new CallId(id), Stage.SPEC, Optional.empty(), 1, 0);
  }

  private static Usage usage(long tokens, String usd) {
    return new Usage(1, tokens, 0, 10, Optional.of(new BigDecimal(usd)));
  }

  private static Limits share(long tokens, String usd) {
    return new Limits(Optional.of(tokens), Optional.of(new BigDecimal(usd)), Optional.of(1));
  }

  private void created(RunId run) {
    var created =
        new RunEvent.Created(
            Sample.PROJECT,
            Sample.digest("an intent"),
            "a thing",
            Sample.HOST,
            RunSettings.of("scripted"));
    database.jdbi().useTransaction(handle -> checkpoints.create(handle, run, created, Sample.NOON));
  }
}

package dev.otto.store.call;

import dev.otto.model.call.CallEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The table of calls, one row per try.
@RegisterConstructorMapper(CallRows.Row.class)
public interface CallRows {
  /// A try of a call: the process that carries it, and what it came to once it has ended.
  record Row(
      String run,
      String id,
      int tries,
      long epoch,
      String host,
      String stage,
      @Nullable String grp,
      @Nullable Long pid,
      @Nullable Long startTicks,
      @Nullable String log,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Long activeMs,
      @Nullable @Json CallEvent outcome,
      @Nullable String prompt,
      @Nullable @Json Touched touched) {
    /// The process that carries the try, as long as nobody has seen it end.
    public Optional<Running> running() {
      return pid == null || startTicks == null || endedAt != null
          ? Optional.empty()
          : Optional.of(new Running(pid, startTicks));
    }
  }

  /// Paths that carry settings of a repository and were otherwise after the call than before.
  record Touched(List<String> paths) {
    public Touched {
      paths = List.copyOf(paths);
    }
  }

  /// A process by its number and the clock tick of its start.
  record Running(long pid, long startTicks) {}

  /// Opens the row if the epoch still holds the run; says whether it does.
  @SqlUpdate(
      """
      INSERT INTO call (run, id, tries, epoch, host, stage, grp, log, started_at)
      SELECT :run, :id, :tries, :epoch, :host, :stage, :group, :log, now()
      FROM run
      WHERE run.id = :run AND run.epoch = :epoch
      ON CONFLICT (run, id, tries) DO UPDATE
      SET epoch = excluded.epoch, host = excluded.host, log = excluded.log, started_at = now()
      WHERE call.ended_at IS NULL
      """)
  int open(
      String run,
      String id,
      int tries,
      long epoch,
      String host,
      String stage,
      @Nullable String group,
      String log);

  /// Keeps what the agent is told.
  @SqlUpdate(
      """
      UPDATE call
      SET prompt = :prompt
      WHERE run = :run AND id = :id AND tries = :tries
      """)
  void told(String run, String id, int tries, String prompt);

  /// Keeps which settings the agent changed.
  @SqlUpdate(
      """
      UPDATE call
      SET touched = :touched
      WHERE run = :run AND id = :id AND tries = :tries
      """)
  void touched(String run, String id, int tries, @Json Touched touched);

  @SqlUpdate(
      """
      UPDATE call
      SET pid = :pid, start_ticks = :startTicks
      WHERE run = :run AND id = :id AND tries = :tries
      """)
  void runsAs(String run, String id, int tries, long pid, long startTicks);

  /// Concludes the row if its epoch still holds the run; says whether it does.
  @SqlUpdate(
      """
      UPDATE call
      SET outcome = :outcome, ended_at = now(), active_ms = :activeMs
      FROM run
      WHERE call.run = :run AND call.id = :id AND call.tries = :tries AND call.ended_at IS NULL
        AND run.id = call.run AND run.epoch = :epoch
      """)
  int conclude(
      String run, String id, int tries, long epoch, long activeMs, @Json CallEvent outcome);

  @SqlQuery(
      """
      SELECT run, id, tries, epoch, host, stage, grp, pid, start_ticks, log, started_at, ended_at,
             active_ms, outcome, prompt, touched
      FROM call
      WHERE run = :run
      ORDER BY started_at, id, tries
      """)
  List<Row> ofRun(String run);

  @SqlQuery(
      """
      SELECT run, id, tries, epoch, host, stage, grp, pid, start_ticks, log, started_at, ended_at,
             active_ms, outcome, prompt, touched
      FROM call
      WHERE run = :run AND id = :id AND outcome IS NOT NULL
      ORDER BY tries DESC
      LIMIT 1
      """)
  Optional<Row> concluded(String run, String id);

  @SqlQuery(
      """
      SELECT run, id, tries, epoch, host, stage, grp, pid, start_ticks, log, started_at, ended_at,
             active_ms, outcome, prompt, touched
      FROM call
      WHERE host = :host AND ended_at IS NULL
      """)
  List<Row> openOn(String host);
}

package dev.otto.store.run;

import dev.otto.model.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The table of runs.
@RegisterConstructorMapper(Runs.Row.class)
@RegisterConstructorMapper(Runs.Line.class)
@RegisterConstructorMapper(Runs.Open.class)
public interface Runs {
  /// What stands in a run's row instead of an execution while nothing is to be started for it.
  String NONE = "none";

  /// A run's checkpoint: its state at `seq`, and the epoch whose holder may write.
  record Row(
      String id,
      String project,
      long epoch,
      long seq,
      @Json Run state,
      Instant createdAt,
      Instant changedAt) {}

  /// A run as one line of a list; `verdict` is absent until it has ended.
  record Line(
      String id,
      String project,
      String path,
      String title,
      String word,
      String phase,
      @Nullable String verdict,
      Instant createdAt,
      Instant changedAt,
      @Nullable String forkedFrom) {}

  /// A run that has not ended, as the sweep looks at it; `execution` is the engine's id of its
  /// epoch's workflow.
  record Open(
      String id, long epoch, long seq, @Nullable String execution, long stuckAt, int stuckTimes) {}

  /// What a row of a run is written with.
  record Written(
      String id,
      String project,
      String host,
      long epoch,
      long seq,
      @Json Run state,
      String word,
      String phase,
      @Nullable String verdict,
      String title,
      Instant at,
      @Nullable String forkedFrom) {}

  @SqlUpdate(
      """
      INSERT INTO run
        (id, project, host, epoch, seq, state, word, phase, verdict, title, created_at, changed_at,
         forked_from)
      VALUES
        (:id, :project, :host, :epoch, :seq, :state, :word, :phase, :verdict, :title, :at, :at,
         :forkedFrom)
      """)
  void add(@BindMethods Written run);

  @SqlUpdate(
      """
      UPDATE run
      SET seq = :seq, state = :state, word = :word, phase = :phase, verdict = :verdict,
          title = :title, changed_at = :at
      WHERE id = :id
      """)
  void write(@BindMethods Written run);

  @SqlQuery(
      """
      SELECT id, project, epoch, seq, state, created_at, changed_at
      FROM run
      WHERE id = :id
      """)
  Optional<Row> named(String id);

  @SqlQuery(
      """
      SELECT id, project, epoch, seq, state, created_at, changed_at
      FROM run
      WHERE id = :id
      FOR UPDATE
      """)
  Optional<Row> locked(String id);

  @SqlUpdate(
      """
      UPDATE run
      SET epoch = :epoch, execution = NULL
      WHERE id = :id
      """)
  void raise(String id, long epoch);

  @SqlQuery(
      """
      SELECT epoch
      FROM run
      WHERE id = :id
      """)
  Optional<Long> epoch(String id);

  @SqlUpdate(
      """
      UPDATE run
      SET execution = :execution
      WHERE id = :id AND epoch = :epoch
      """)
  void executes(String id, long epoch, String execution);

  /// Lets a run be started for which nothing was to be started; says whether there was one.
  @SqlUpdate(
      """
      UPDATE run
      SET execution = NULL, stuck_times = 0
      WHERE id = :id AND execution = 'none' AND word <> 'ended'
      """)
  int want(String id);

  @SqlUpdate(
      """
      UPDATE run
      SET stuck_at = :seq, stuck_times = :times
      WHERE id = :id
      """)
  void stuck(String id, long seq, int times);

  @SqlQuery(
      """
      SELECT id, epoch, seq, execution, stuck_at, stuck_times
      FROM run
      WHERE word <> 'ended'
      ORDER BY id
      """)
  List<Open> open();

  @SqlQuery(
      """
      SELECT run.id, run.project, project.path, run.title, run.word, run.phase, run.verdict,
             run.created_at, run.changed_at, run.forked_from
      FROM run JOIN project ON project.id = run.project
      WHERE (:before IS NULL
             OR (run.created_at, run.id) < (SELECT created_at, id FROM run WHERE id = :before))
        AND (:project IS NULL OR run.project = :project)
      ORDER BY run.created_at DESC, run.id DESC
      LIMIT :limit
      """)
  List<Line> newestFirst(@Nullable String before, @Nullable String project, int limit);

  @SqlQuery(
      """
      SELECT id
      FROM run
      WHERE id LIKE :prefix || '%'
      ORDER BY created_at DESC, id DESC
      LIMIT 10
      """)
  List<String> startingWith(String prefix);

  @SqlQuery(
      """
      SELECT id
      FROM run
      ORDER BY created_at DESC, id DESC
      LIMIT 1
      """)
  Optional<String> latest();
}

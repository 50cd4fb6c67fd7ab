package dev.otto.store.run;

import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The table of events. Only [Checkpoints] writes it.
@RegisterConstructorMapper(Events.Row.class)
public interface Events {
  /// An event as it is stored: `id` in the order of commits over all runs, `seq` within its run.
  record Row(
      long id, String project, String run, long seq, String type, @Json RunEvent body, Instant at) {
    /// The event and its moment, as the rules of runs read them.
    public RunEntry entry() {
      return new RunEntry(body, at);
    }
  }

  /// Holds until the transaction ends, so that ids become visible in their order.
  @SqlQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7061)) held")
  int lock();

  @SqlQuery("SELECT nextval('event_id')")
  long nextId();

  @SqlUpdate(
      """
      INSERT INTO event (id, project, run, seq, type, body, at)
      VALUES (:id, :project, :run, :seq, :type, :body, :at)
      """)
  void add(
      long id, String project, String run, long seq, String type, @Json RunEvent body, Instant at);

  @SqlQuery(
      """
      SELECT id, project, run, seq, type, body, at
      FROM event
      WHERE run = :run AND seq >= :from
      ORDER BY seq
      """)
  List<Row> ofRun(String run, long from);

  @SqlQuery(
      """
      SELECT id, project, run, seq, type, body, at
      FROM event
      WHERE run = :run AND seq >= :from
      ORDER BY seq
      LIMIT :limit
      """)
  List<Row> ofRun(String run, long from, int limit);

  /// The revisions of its spec.
  @SqlQuery(
      """
      SELECT id, project, run, seq, type, body, at
      FROM event
      WHERE run = :run AND type IN ('spec.compiled', 'spec.edited')
      ORDER BY seq
      """)
  List<Row> ofSpec(String run);

  /// What people said to its agents, and that it was heard.
  @SqlQuery(
      """
      SELECT id, project, run, seq, type, body, at
      FROM event
      WHERE run = :run AND type IN ('said', 'heard')
      ORDER BY seq
      """)
  List<Row> ofMessages(String run);

  @SqlQuery(
      """
      SELECT id, project, run, seq, type, body, at
      FROM event
      WHERE id > :after AND (:run IS NULL OR run = :run)
      ORDER BY id
      LIMIT :limit
      """)
  List<Row> after(long after, @Nullable String run, int limit);

  @SqlQuery("SELECT coalesce(max(id), 0) FROM event")
  long newest();

  /// Wakes everyone who listens; what is new they read themselves.
  @SqlUpdate("NOTIFY otto")
  void announce();
}

package dev.otto.store.call;

import dev.otto.model.budget.Spending;
import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// What the table of calls says of the spending of projects, over all their runs.
@RegisterConstructorMapper(DaySpendings.Sum.class)
public interface DaySpendings {
  /// Tokens, US dollars and calls.
  record Sum(long tokens, BigDecimal usd, int calls) {
    /// The sum as the rules of budgets read it.
    public Spending spending() {
      return new Spending(tokens, usd, calls);
    }
  }

  /// Keeps other calls of the project from counting until the transaction ends.
  @SqlQuery(
      """
      SELECT 1
      FROM pg_advisory_xact_lock(hashtextextended('day budget ' || :project, 0))
      """)
  int lock(String project);

  /// What calls have used that have ended since then. A cost that nobody told counts with what was
  /// set aside.
  @SqlQuery(
      """
      SELECT coalesce(sum((used ->> 'inputTokens')::bigint + (used ->> 'outputTokens')::bigint), 0)
               AS tokens,
             coalesce(sum(coalesce((used ->> 'usd')::numeric, (share ->> 'usd')::numeric))
               FILTER (WHERE (used ->> 'calls')::int > 0), 0) AS usd,
             coalesce(sum((used ->> 'calls')::int), 0) AS calls
      FROM (
        SELECT call.outcome -> 'usage' AS used, call.share
        FROM call
        JOIN run ON run.id = call.run
        WHERE run.project = :project AND call.ended_at >= :since
      ) ended
      """)
  Sum spent(String project, Instant since);

  /// What is set aside for the newest tries of calls that have not ended, but for this one.
  @SqlQuery(
      """
      SELECT coalesce(sum((share ->> 'tokens')::bigint), 0) AS tokens,
             coalesce(sum((share ->> 'usd')::numeric), 0) AS usd,
             coalesce(sum((share ->> 'calls')::int), 0) AS calls
      FROM (
        SELECT DISTINCT ON (call.run, call.id) call.share, call.ended_at
        FROM call
        JOIN run ON run.id = call.run
        WHERE run.project = :project AND run.word <> 'ended'
          AND NOT (call.run = :run AND call.id = :id)
        ORDER BY call.run, call.id, call.tries DESC
      ) newest
      WHERE ended_at IS NULL
      """)
  Sum reserved(String project, String run, String id);

  @SqlUpdate(
      """
      UPDATE call
      SET share = :share
      WHERE run = :run AND id = :id AND tries = :tries
      """)
  void setsAside(String run, String id, int tries, @Json Limits share);
}

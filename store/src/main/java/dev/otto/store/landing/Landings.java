package dev.otto.store.landing;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of landings: which audited commit went into which branch of the user.
@RegisterConstructorMapper(Landings.Row.class)
public interface Landings {
  record Row(String run, String commit, String branch, String by, Instant at) {}

  @SqlUpdate(
      """
      INSERT INTO landing (run, commit, branch, by, at)
      VALUES (:run, :commit, :branch, :by, :at)
      ON CONFLICT (run) DO NOTHING
      """)
  void add(String run, String commit, String branch, String by, Instant at);

  @SqlQuery(
      """
      SELECT run, commit, branch, by, at
      FROM landing
      WHERE run = :run
      """)
  Optional<Row> ofRun(String run);
}

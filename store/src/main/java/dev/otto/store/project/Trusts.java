package dev.otto.store.project;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of what people allowed repositories to bring along.
public interface Trusts {
  @SqlUpdate(
      """
      INSERT INTO trust (project, digest, by)
      VALUES (:project, :digest, :by)
      ON CONFLICT (project, digest) DO NOTHING
      """)
  void allow(String project, String digest, String by);

  /// Allows nothing of the project any more; says how much was allowed.
  @SqlUpdate("DELETE FROM trust WHERE project = :project")
  int withdraw(String project);

  /// Who allowed it.
  @SqlQuery(
      """
      SELECT by
      FROM trust
      WHERE project = :project AND digest = :digest
      """)
  Optional<String> allowedBy(String project, String digest);
}

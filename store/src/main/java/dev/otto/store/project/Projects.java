package dev.otto.store.project;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of projects.
@RegisterConstructorMapper(Projects.Row.class)
public interface Projects {
  /// A project: its id and the folder of its repository.
  record Row(String id, String path) {}

  @SqlUpdate(
      """
      INSERT INTO project (id, path)
      VALUES (:id, :path)
      ON CONFLICT (id) DO NOTHING
      """)
  void add(String id, String path);

  @SqlQuery(
      """
      SELECT id, path
      FROM project
      WHERE id = :id
      """)
  Optional<Row> named(String id);

  @SqlQuery(
      """
      SELECT id, path
      FROM project
      ORDER BY path
      """)
  List<Row> all();
}

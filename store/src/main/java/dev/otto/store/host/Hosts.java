package dev.otto.store.host;

import dev.otto.model.host.HostFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of hosts.
@RegisterConstructorMapper(Hosts.Row.class)
public interface Hosts {
  /// A host: what it can do, and when its worker last said so.
  record Row(String id, @Json HostFacts facts, Instant seenAt) {}

  @SqlUpdate(
      """
      INSERT INTO host (id, facts)
      VALUES (:id, :facts)
      ON CONFLICT (id) DO UPDATE
      SET facts = excluded.facts, seen_at = now()
      """)
  void seen(String id, @Json HostFacts facts);

  @SqlQuery(
      """
      SELECT id, facts, seen_at
      FROM host
      WHERE id = :id
      """)
  Optional<Row> named(String id);

  @SqlQuery(
      """
      SELECT id, facts, seen_at
      FROM host
      ORDER BY seen_at DESC
      """)
  List<Row> all();
}

package dev.otto.store.account;

import dev.otto.model.account.AccountLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of accounts: those that are at a limit, or were and have not been served since.
@RegisterConstructorMapper(Accounts.Row.class)
public interface Accounts {
  /// An account and what stands in its way.
  record Row(String id, String provider, @Json AccountLimit limited, Instant limitedAt) {}

  @SqlQuery(
      """
      SELECT id, provider, limited, limited_at
      FROM account
      WHERE id = :id
      """)
  Optional<Row> named(String id);

  /// Keeps others from changing what is known of this account until the transaction ends.
  @SqlQuery(
      """
      SELECT 1
      FROM pg_advisory_xact_lock(hashtextextended('account ' || :id, 0))
      """)
  int lock(String id);

  @SqlUpdate(
      """
      INSERT INTO account (id, provider, limited, limited_at)
      VALUES (:id, :provider, :limited, :at)
      ON CONFLICT (id) DO UPDATE
      SET limited = excluded.limited, limited_at = excluded.limited_at
      """)
  void limited(String id, String provider, @Json AccountLimit limited, Instant at);

  /// The account was served in a call that began then: a limit from before is over.
  @SqlUpdate(
      """
      DELETE FROM account
      WHERE id = :id AND limited_at <= :began
      """)
  void served(String id, Instant began);

  /// A person says that this provider may be asked again, whatever it said before.
  @SqlUpdate(
      """
      DELETE FROM account
      WHERE provider = :provider
      """)
  int freed(String provider);

  @SqlQuery(
      """
      SELECT id, provider, limited, limited_at
      FROM account
      ORDER BY id
      """)
  List<Row> all();
}

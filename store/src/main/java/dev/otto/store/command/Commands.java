package dev.otto.store.command;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The table of commands: who repeats one with the same key gets the same answer.
@RegisterConstructorMapper(Commands.Row.class)
public interface Commands {
  /// A command; `seq` is the event that obeyed it, absent until one did.
  record Row(String key, String digest, @Nullable String run, @Nullable Long seq) {}

  /// Adds the command if its key is new; says whether it was.
  @SqlUpdate(
      """
      INSERT INTO command (key, digest, run)
      VALUES (:key, :digest, :run)
      ON CONFLICT (key) DO NOTHING
      """)
  int add(String key, String digest, @Nullable String run);

  @SqlQuery(
      """
      SELECT key, digest, run, (answer ->> 'seq')::bigint AS seq
      FROM command
      WHERE key = :key
      """)
  Optional<Row> named(String key);

  @SqlUpdate(
      """
      UPDATE command
      SET run = :run, answer = jsonb_build_object('seq', :seq)
      WHERE key = :key AND answer IS NULL
      """)
  void answer(String key, String run, long seq);
}

package dev.otto.store.call;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The table of conversations: of each provider at each desk of an open run, the newest.
@RegisterConstructorMapper(Conversations.Row.class)
public interface Conversations {
  /// A conversation as the last call left it.
  ///
  /// @param call the call that left it so, as it was ordered first
  /// @param place of its file, below the home of the program
  record Row(
      String run,
      String desk,
      String provider,
      String name,
      String call,
      String place,
      long inputTokens,
      long cachedTokens,
      long outputTokens) {}

  /// Keeps it in the place of an older one, if the epoch still holds the run and the run is open.
  @SqlUpdate(
      """
      INSERT INTO conversation (run, desk, provider, name, call, place, input_tokens, cached_tokens,
                                output_tokens, memory, kept_at)
      SELECT :run, :desk, :provider, :name, :call, :place, :inputTokens, :cachedTokens,
             :outputTokens, :memory, now()
      FROM run
      WHERE run.id = :run AND run.epoch = :epoch AND run.word <> 'ended'
      ON CONFLICT (run, desk, provider) DO UPDATE
      SET name = excluded.name, call = excluded.call, place = excluded.place,
          input_tokens = excluded.input_tokens, cached_tokens = excluded.cached_tokens,
          output_tokens = excluded.output_tokens, memory = excluded.memory,
          kept_at = excluded.kept_at
      """)
  int keep(
      String run,
      long epoch,
      String desk,
      String provider,
      String name,
      String call,
      String place,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      byte[] memory);

  @SqlQuery(
      """
      SELECT run, desk, provider, name, call, place, input_tokens, cached_tokens, output_tokens
      FROM conversation
      WHERE run = :run AND desk = :desk AND provider = :provider
      """)
  Optional<Row> at(String run, String desk, String provider);

  @SqlQuery(
      """
      SELECT run, desk, provider, name, call, place, input_tokens, cached_tokens, output_tokens
      FROM conversation
      WHERE run = :run
      ORDER BY desk, provider
      """)
  List<Row> ofRun(String run);

  /// The content of its file, packed.
  @SqlQuery(
      """
      SELECT memory
      FROM conversation
      WHERE run = :run AND desk = :desk AND provider = :provider
      """)
  Optional<byte[]> memory(String run, String desk, String provider);

  @SqlUpdate(
      """
      DELETE FROM conversation
      WHERE run = :run AND desk = :desk AND provider = :provider
      """)
  void forget(String run, String desk, String provider);

  @SqlUpdate(
      """
      DELETE FROM conversation
      WHERE run = :run
      """)
  void forgetRun(String run);

  /// Takes away what an ended run has left.
  @SqlUpdate(
      """
      DELETE FROM conversation
      USING run
      WHERE run.id = conversation.run AND run.word = 'ended'
      """)
  int forgetEnded();
}

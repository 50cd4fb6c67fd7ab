package dev.otto.model;

import dev.otto.model.call.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// The small values that stories are told with: one project, one host, one noon, and ids made of
/// words.
public final class Sample {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final RunId RUN = new RunId("2026-11-21-120000-a1b2c3");
  public static final ProjectId PROJECT = new ProjectId("shop-1f3a9c2b");
  public static final HostId HOST = new HostId("host-7d21");
  public static final CommitId BASE = commit("base");

  private Sample() {}

  /// The digest of a word: the same word, the same digest.
  public static Digest digest(String word) {
    return Digest.of(word);
  }

  /// A commit that is known by a word.
  public static CommitId commit(String word) {
    return new CommitId(Digest.of("commit " + word).hex().substring(0, 40));
  }

  /// A tree that is known by a word.
  public static TreeId tree(String word) {
    return new TreeId(Digest.of("tree " + word).hex().substring(0, 40));
  }

  /// What one call used, with its price known.
  public static Usage usage(long inputTokens, long outputTokens, String usd) {
    return new Usage(1, inputTokens, 0, outputTokens, Optional.of(new BigDecimal(usd)));
  }
}

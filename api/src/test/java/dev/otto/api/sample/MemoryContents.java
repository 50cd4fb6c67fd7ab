package dev.otto.api.sample;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Contents that forget everything with the test.
public final class MemoryContents implements Contents {
  private final Map<Digest, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public Digest keep(byte[] content) {
    var digest = Digest.of(content);
    kept.put(digest, content.clone());
    return digest;
  }

  /// Lets a word that stands in for a text be this text.
  public void mean(Digest word, String text) {
    kept.put(word, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<byte[]> find(Digest digest) {
    return Optional.ofNullable(kept.get(digest)).map(byte[]::clone);
  }
}

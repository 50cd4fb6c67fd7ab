package dev.otto.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Content by its SHA-256, written once and never changed: intents, specs, prompts, feedback, logs,
/// evidence.
public interface Contents {
  /// Keeps the content and names it. Keeping the same content again changes nothing.
  Digest keep(byte[] content);

  /// The content of that digest, or nothing if it was never kept here.
  Optional<byte[]> find(Digest digest);

  default Digest keep(String text) {
    return keep(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The text of that digest; its absence is a bug or a lost disk, never an answer.
  default String text(Digest digest) {
    return new String(
        find(digest).orElseThrow(() -> new IllegalStateException("content is missing: " + digest)),
        StandardCharsets.UTF_8);
  }
}

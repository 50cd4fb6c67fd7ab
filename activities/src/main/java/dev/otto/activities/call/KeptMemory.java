package dev.otto.activities.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of a conversation as it is kept with its run: without the secrets of its call, packed,
/// and of a bounded size.
final class KeptMemory {
  /// The most bytes of a file that is kept.
  static final int MOST = 64 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(KeptMemory.class);
  private static final int MOST_PACKED = 8 << 20;
  private static final int SHORTEST_SECRET = 8;
  private static final String INSTEAD = "[secret]";

  private final Path file;
  private final byte[] packed;

  private KeptMemory(Path file, byte[] packed) {
    this.file = file;
    this.packed = packed;
  }

  /// Where it lies.
  Path file() {
    return file;
  }

  /// What is kept of it.
  byte[] packed() {
    return packed;
  }

  /// The file as it can be kept; nothing if it is too long.
  static Optional<KeptMemory> of(Path file, Set<String> secrets) {
    try {
      if (Files.size(file) > MOST) {
        return tooLong(file);
      }
      var packed = packed(without(secrets, Files.readAllBytes(file)));
      return packed.length > MOST_PACKED
          ? tooLong(file)
          : Optional.of(new KeptMemory(file, packed));
    } catch (IOException trouble) {
      throw new UncheckedIOException("a conversation cannot be kept", trouble);
    }
  }

  /// What was kept so.
  static byte[] unpacked(byte[] packed) {
    try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return content.readAllBytes();
    } catch (IOException trouble) {
      throw new UncheckedIOException("a conversation that was kept cannot be read", trouble);
    }
  }

  private static Optional<KeptMemory> tooLong(Path file) {
    LOG.warn("conversation too long to be kept: file={}", file);
    return Optional.empty();
  }

  private static byte[] without(Set<String> secrets, byte[] content) {
    var known =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    var text = new String(content, StandardCharsets.UTF_8);
    if (known.stream().noneMatch(text::contains)) {
      return content;
    }
    for (var secret : known) {
      text = text.replace(secret, INSTEAD);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}

package dev.otto.standalone.engine;

import dev.otto.model.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// The digest of a file of any size.
final class FileDigest {
  private static final int PIECE = 1 << 20;

  private FileDigest() {}

  static Digest of(Path file) {
    var sha256 = Digest.sha256();
    var piece = new byte[PIECE];
    try (var content = Files.newInputStream(file)) {
      for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
        sha256.update(piece, 0, read);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }
}

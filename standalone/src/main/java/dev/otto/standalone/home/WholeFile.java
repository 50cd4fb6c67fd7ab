package dev.otto.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A private text file (0600) that is replaced as a whole: a reader sees the old text or the new
/// one, never a part.
public record WholeFile(Path path) {
  /// What it says, if it is there.
  public Optional<String> text() {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Says this from now on.
  public void write(String text) {
    try {
      Files.move(
          draft(path, text),
          path,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The text in a file beside it, on the disk. Files made this way are readable by their owner
  /// alone.
  static Path draft(Path path, String text) throws IOException {
    var draft =
        Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName() + ".", ".new");
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
  }
}

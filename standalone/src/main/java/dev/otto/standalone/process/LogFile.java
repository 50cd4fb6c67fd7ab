package dev.otto.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The log that a program appends to. It is kept over restarts, and one older part beside it.
public record LogFile(Path path) {
  private static final long LONG = 10L << 20;
  private static final int TAIL = 8 << 10;

  /// The log, put aside first if it has grown long.
  static Path shortened(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (Files.exists(path) && Files.size(path) > LONG) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return path;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// How long it is now.
  public long length() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /// The last lines that were written after it had this length.
  public List<String> linesSince(long length) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var start = file.length() < length ? 0 : length;
      file.seek(Math.max(start, file.length() - TAIL));
      var bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return lines(new String(bytes, StandardCharsets.UTF_8)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty());
  }
}

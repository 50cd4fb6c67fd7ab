package dev.otto.api.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The logs of calls on this machine, below one folder and nowhere else, whatever links say (S-5).
public record CallLogs(Path folder) {
  /// So many bytes of a call's output from there on; none if there is nothing there.
  byte[] read(String callFolder, long from, int limit) {
    try {
      var file = Path.of(callFolder).resolve("stdout.log").toRealPath();
      if (!file.startsWith(folder.toRealPath())) {
        return new byte[0];
      }
      try (var log = new RandomAccessFile(file.toFile(), "r")) {
        var length = (int) Math.max(0, Math.min(limit, log.length() - from));
        var bytes = new byte[length];
        log.seek(Math.min(from, log.length()));
        log.readFully(bytes);
        return bytes;
      }
    } catch (NoSuchFileException nothingYet) {
      return new byte[0];
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

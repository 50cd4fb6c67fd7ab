package dev.otto.api.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// The logs of calls on this machine, below one folder and nowhere else, whatever links say (S-5).
/// A file is opened once, from that folder down without following a link: where its name leads is
/// not asked twice.
public record CallLogs(Path folder) {
  /// What was said, whichever program said it, and for calls of old what the program wrote.
  private static final String SAID = "said.log";

  private static final String WROTE = "stdout.log";

  /// So many bytes of a call's output from there on; none if there is nothing there.
  byte[] read(String callFolder, long from, int limit) {
    try (var log = log(callFolder)) {
      var bytes = ByteBuffer.allocate(Math.clamp(log.size() - from, 0, limit));
      log.position(Math.min(from, log.size()));
      while (bytes.hasRemaining() && log.read(bytes) >= 0) {
        // A read may bring less than there is.
      }
      return Arrays.copyOf(bytes.array(), bytes.position());
    } catch (NoSuchFileException nothingYet) {
      return new byte[0];
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// How many bytes there are.
  long size(String callFolder) {
    try (var log = log(callFolder)) {
      return log.size();
    } catch (NoSuchFileException nothingYet) {
      return 0;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private SeekableByteChannel log(String callFolder) throws IOException {
    var top = folder.toRealPath();
    var said = Path.of(callFolder).resolve(SAID);
    var file = (Files.exists(said) ? said : Path.of(callFolder).resolve(WROTE)).toRealPath();
    if (!file.startsWith(top)) {
      throw new NoSuchFileException(callFolder);
    }
    return opened(top, top.relativize(file));
  }

  /// The file below that folder; a link on the way is no way.
  static SeekableByteChannel opened(Path top, Path below) throws IOException {
    try (var entries = Files.newDirectoryStream(top)) {
      return opened(entries, below);
    }
  }

  private static SeekableByteChannel opened(DirectoryStream<Path> entries, Path below)
      throws IOException {
    if (!(entries instanceof SecureDirectoryStream<Path> secure)) {
      throw new IOException("folders cannot be opened without following links here");
    }
    if (below.getNameCount() == 1) {
      return secure.newByteChannel(
          below, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
    try (var next = secure.newDirectoryStream(below.getName(0), LinkOption.NOFOLLOW_LINKS)) {
      return opened(next, below.subpath(1, below.getNameCount()));
    }
  }
}

package dev.otto.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that one process at a time can hold. The kernel lets go of it when the holder dies,
/// however it dies.
public final class ExclusiveFile implements AutoCloseable {
  /// What this JVM holds. The kernel's lock belongs to the process and is lost as soon as the
  /// process closes *any* descriptor of the file, so a second try in the same JVM must not even
  /// open it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private ExclusiveFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Holds it, unless someone else does.
  public static Optional<ExclusiveFile> tryHold(Path file) {
    var path = file.toAbsolutePath().normalize();
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    var held = Optional.<ExclusiveFile>empty();
    try {
      held = locked(path).map(channel -> new ExclusiveFile(path, channel));
      return held;
    } finally {
      if (held.isEmpty()) {
        HELD.remove(path);
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      HELD.remove(path);
    }
  }

  private static Optional<FileChannel> locked(Path path) {
    try {
      var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(channel);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

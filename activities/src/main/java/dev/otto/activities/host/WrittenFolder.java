package dev.otto.activities.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Removes folders that foreign code wrote in: links are removed and never followed, and a folder
/// that its writer closed is opened first.
public final class WrittenFolder {
  private WrittenFolder() {}

  /// Removes it with all that is in it; one that is not there is gone already.
  public static void removed(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Removing());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static final class Removing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      opened(folder);
      return FileVisitResult.CONTINUE;
    }

    /// A folder that cannot be read, once it is opened, or a file that has gone meanwhile.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      } else if (opened(file)) {
        Files.walkFileTree(file, this);
      } else {
        throw trouble;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }

    /// Whether it can be read now and could not be before.
    private static boolean opened(Path folder) {
      var file = folder.toFile();
      var closed = !file.canRead() || !file.canExecute();
      var open = file.setReadable(true) && file.setWritable(true) && file.setExecutable(true);
      return closed && open;
    }
  }
}

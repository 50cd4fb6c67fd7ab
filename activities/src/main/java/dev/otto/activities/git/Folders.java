package dev.otto.activities.git;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/// What git leaves to Otto: making, copying, moving and removing files and folders. Links are never
/// followed.
final class Folders {
  private static final Set<PosixFilePermission> READ = Set.of(PosixFilePermission.OWNER_READ);
  private static final Set<PosixFilePermission> INTO =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Folders() {}

  static Path made(Path folder) {
    return done(() -> Files.createDirectories(folder));
  }

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, NOFOLLOW_LINKS);
  }

  static Path parent(Path path) {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root is in no folder");
  }

  /// What is in a folder; nothing if there is no such folder.
  static List<Path> children(Path folder) {
    if (!isFolder(folder)) {
      return List.of();
    }
    return done(() -> {
      try (var children = Files.newDirectoryStream(folder)) {
        return StreamSupport.stream(children.spliterator(), false).toList();
      }
    });
  }

  /// Whether it is a file, not a link, with exactly this content.
  static boolean holds(Path file, String content) {
    return done(() ->
        Files.isRegularFile(file, NOFOLLOW_LINKS)
            && Files.size(file) == content.length()
            && Files.readString(file).equals(content));
  }

  /// Creates a file that must not be there, not even as a link.
  static void created(Path file, String content) {
    done(() -> Files.write(file, content.getBytes(StandardCharsets.UTF_8), CREATE_NEW, WRITE));
  }

  /// Moves a file or folder, in one step, within a file system.
  static void moved(Path from, Path to) {
    made(parent(to));
    done(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  /// Copies a file with its time: the time of an index tells git which of its entries it may trust.
  static void copied(Path from, Path to) {
    done(() -> Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES));
  }

  static void copiedWhole(Path from, Path to) {
    if (!isFolder(from)) {
      copied(from, to);
      return;
    }
    made(to);
    children(from).forEach(child -> copiedWhole(child, to.resolve(child.getFileName())));
  }

  /// Removes a file or folder and all in it, also what was closed to its owner. What is not there
  /// is removed already.
  static void removed(Path path) {
    if (isFolder(path)) {
      opened(path);
      children(path).forEach(Folders::removed);
    }
    done(() -> Files.deleteIfExists(path));
  }

  static PosixFileAttributes attributes(Path path) {
    return done(() -> Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS));
  }

  /// Lets the owner into a folder.
  static void opened(Path folder) {
    allowed(folder, attributes(folder), INTO);
  }

  static void opened(Path folder, PosixFileAttributes known) {
    allowed(folder, known, INTO);
  }

  /// Lets the owner read a file.
  static void readable(Path file, PosixFileAttributes known) {
    allowed(file, known, READ);
  }

  private static void allowed(
      Path path, PosixFileAttributes known, Set<PosixFilePermission> needed) {
    var permissions = known.permissions();
    if (!permissions.containsAll(needed)) {
      var more = EnumSet.copyOf(needed);
      more.addAll(permissions);
      done(() -> Files.setPosixFilePermissions(path, more));
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T done(Work<T> work) {
    try {
      return work.run();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

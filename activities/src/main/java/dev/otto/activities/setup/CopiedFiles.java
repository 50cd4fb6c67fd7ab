package dev.otto.activities.setup;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Files of the user's folder that are in no commit and that a folder of the run needs. Nothing
/// leaves the project's folder, and nothing is written out of the run's: a link is followed on
/// neither side. What the commit has counts more.
///
/// @param paths relative to the top folder, of files or folders
record CopiedFiles(Path repository, List<String> paths) {
  private static final long MOST_BYTES = 100L << 20;

  /// Brings those into the folder that are not there.
  ///
  /// @throws dev.otto.model.Refusal.Refused with a [SetupRefusal]
  void into(Path folder) {
    try {
      for (var path : paths) {
        var source = inside(path);
        refuseTooMuch(path, source);
        Files.walkFileTree(source, new Copying(path, source, folder));
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private Path inside(String path) throws IOException {
    var source = repository.resolve(path).normalize();
    if (!Files.exists(source, NOFOLLOW_LINKS)) {
      throw new SetupRefusal.NotCopied(path, "it is not in " + repository).refused();
    }
    if (Files.isSymbolicLink(source)
        || !source.toRealPath().equals(repository.toRealPath().resolve(path).normalize())) {
      throw new SetupRefusal.NotCopied(path, "a link leads there").refused();
    }
    return source;
  }

  private static void refuseTooMuch(String path, Path source) throws IOException {
    try (var files = Files.walk(source)) {
      var bytes = 0L;
      for (var file : (Iterable<Path>) files::iterator) {
        bytes += Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).size();
        if (bytes > MOST_BYTES) {
          throw new SetupRefusal.NotCopied(path, "it has more than 100 MB").refused();
        }
      }
    }
  }

  /// Copies files and folders; links and what else there is stay out.
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final String path;
    private final Path source;
    private final Path folder;

    private Copying(String path, Path source, Path folder) {
      this.path = path;
      this.source = source;
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var target = folder.resolve(path).resolve(source.relativize(file).toString()).normalize();
      if (attributes.isRegularFile() && !Files.exists(target, NOFOLLOW_LINKS)) {
        makeFolders(folder.relativize(target).getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
      return FileVisitResult.CONTINUE;
    }

    /// Each step must be a folder: a link could lead anywhere.
    private void makeFolders(@org.jspecify.annotations.Nullable Path steps) throws IOException {
      var at = folder;
      if (steps != null) {
        for (var step : steps) {
          at = at.resolve(step);
          if (!Files.exists(at, NOFOLLOW_LINKS)) {
            Files.createDirectory(at);
          }
          if (!Files.isDirectory(at, NOFOLLOW_LINKS)) {
            throw new SetupRefusal.NotCopied(path, "%s is no folder there".formatted(step))
                .refused();
          }
        }
      }
    }
  }
}

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
/// neither side. What the commit has counts more, and a repository in there stays the user's: its
/// files are brought, its git is not.
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
    Files.walkFileTree(source, new Weighing(path));
  }

  /// Goes through what is to be copied: everything but what git keeps for itself.
  private abstract static class Visiting extends SimpleFileVisitor<Path> {
    @Override
    public final FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
      return ofGit(place) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
        throws IOException {
      if (!ofGit(file)) {
        visit(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    abstract void visit(Path file, BasicFileAttributes attributes) throws IOException;

    private static boolean ofGit(Path path) {
      return path.getFileName().toString().equalsIgnoreCase(".git");
    }
  }

  private static final class Weighing extends Visiting {
    private final String path;
    private long bytes;

    private Weighing(String path) {
      this.path = path;
    }

    @Override
    void visit(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      if (bytes > MOST_BYTES) {
        throw new SetupRefusal.NotCopied(path, "it has more than 100 MB").refused();
      }
    }
  }

  /// Copies files and folders; links and what else there is stay out.
  private static final class Copying extends Visiting {
    private final String path;
    private final Path source;
    private final Path folder;

    private Copying(String path, Path source, Path folder) {
      this.path = path;
      this.source = source;
      this.folder = folder;
    }

    @Override
    void visit(Path file, BasicFileAttributes attributes) throws IOException {
      var target = folder.resolve(path).resolve(source.relativize(file).toString()).normalize();
      if (attributes.isRegularFile() && !Files.exists(target, NOFOLLOW_LINKS)) {
        makeFolders(folder.relativize(target).getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
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

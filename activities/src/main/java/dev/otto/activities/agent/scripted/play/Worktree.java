package dev.otto.activities.agent.scripted.play;

import dev.otto.model.Digest;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// The folder that an agent works in. Nothing outside of it is ever read or changed through a path
/// inside.
final class Worktree {
  private final Path root;

  Worktree(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path root() {
    return root;
  }

  /// The file at the path, of which no folder above leads outside.
  Path at(String path) throws IOException, ToolError {
    var file = root.resolve(path);
    var folder = above(file);
    while (!Files.exists(folder)) {
      folder = above(folder);
    }
    if (!folder.toRealPath().startsWith(root)) {
      throw new ToolError("'%s' leads out of the worktree".formatted(path));
    }
    return file;
  }

  FileState state(String path) throws IOException, ToolError {
    var file = at(path);
    if (Files.isSymbolicLink(file)) {
      return new FileState.Link(Files.readSymbolicLink(file).toString());
    }
    if (Files.isDirectory(file)) {
      throw new ToolError("'%s' is a folder".formatted(path));
    }
    return Files.exists(file) ? content(file) : new FileState.Absent();
  }

  /// The paths of all files and links at or below this path.
  List<String> filesBelow(String path) throws IOException, ToolError {
    try (Stream<Path> below = Files.walk(at(path))) {
      return below
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /// Makes the path what it shall be, whatever half of it is done already.
  void make(FileChange change, byte[] content) throws IOException, ToolError {
    var file = at(change.path());
    if (state(change.path()).equals(change.state())) {
      return;
    }
    switch (change.state()) {
      case FileState.Absent() -> remove(file);
      case FileState.Link(var target) -> {
        Files.createDirectories(above(file));
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, Path.of(target));
      }
      case FileState.Content(_, var mode) -> {
        Files.createDirectories(above(file));
        if (Files.isSymbolicLink(file)) {
          Files.delete(file);
        }
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters(mode)));
      }
    }
  }

  private void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    try {
      for (var folder = above(file); !folder.equals(root); folder = above(folder)) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException stillUsed) {
      // Folders go away with their last file, as in git.
    }
  }

  private static Path above(Path file) {
    return file.resolveSibling("");
  }

  private static FileState content(Path file) throws IOException {
    var letters = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    return new FileState.Content(Digest.of(Files.readAllBytes(file)), digits(letters));
  }

  private static String digits(String letters) {
    var digits = new StringBuilder();
    for (var who = 0; who < 9; who += 3) {
      var digit = 0;
      for (var right = 0; right < 3; right++) {
        digit = digit * 2 + (letters.charAt(who + right) == '-' ? 0 : 1);
      }
      digits.append(digit);
    }
    return digits.toString();
  }

  private static String letters(String digits) {
    var letters = new StringBuilder();
    for (var who = 0; who < 3; who++) {
      var digit = Character.digit(digits.charAt(who), 8);
      letters
          .append((digit & 4) == 0 ? '-' : 'r')
          .append((digit & 2) == 0 ? '-' : 'w')
          .append((digit & 1) == 0 ? '-' : 'x');
    }
    return letters.toString();
  }
}

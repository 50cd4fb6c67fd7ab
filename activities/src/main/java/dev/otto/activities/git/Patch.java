package dev.otto.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The binary patch from one tree or commit to another, in a file. It may be as large as a disk.
record Patch(Path file) {
  private static final long LARGEST = 64L << 20;

  static Patch between(Clone clone, String from, String to, Scratch scratch) {
    var file = scratch.file("patch");
    clone
        .git()
        .command(
            "diff-tree",
            "-p",
            "--binary",
            "--full-index",
            "--find-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules=none",
            from,
            to)
        .into(file)
        .run();
    return new Patch(file);
  }

  /// Its bytes, unless they are too many to keep.
  Optional<byte[]> bytes() {
    try {
      return Files.size(file) <= LARGEST ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

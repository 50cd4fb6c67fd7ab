package dev.otto.model.packet;

import java.util.Optional;

/// A file that a group changed, with the lines that it added and removed; nothing of those where
/// the file is no text.
public record FileChange(String path, Optional<Long> added, Optional<Long> removed) {
  public FileChange {
    added = added == null ? Optional.empty() : added;
    removed = removed == null ? Optional.empty() : removed;
  }

  /// Both changes of the file together.
  public FileChange plus(FileChange more) {
    return new FileChange(path, sum(added, more.added), sum(removed, more.removed));
  }

  private static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
    return one.flatMap(lines -> other.map(others -> lines + others));
  }

  /// The change as people read it, such as `+12 −3`.
  String words() {
    return added.isEmpty() || removed.isEmpty()
        ? "no text"
        : "+%s −%s".formatted(added.get(), removed.get());
  }
}

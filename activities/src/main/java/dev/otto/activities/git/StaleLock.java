package dev.otto.activities.git;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The lock of a ref that only Otto writes. Git holds it for milliseconds: an old one is that of a
/// killed process.
record StaleLock(Path commonDirectory, Ref ref) {
  private static final Duration OLD = Duration.ofSeconds(20);

  void remove() {
    var lock = commonDirectory.resolve(ref.name() + ".lock");
    var present =
        Folders.children(Folders.parent(lock)).stream().anyMatch(file -> file.equals(lock));
    if (present
        && Folders.attributes(lock)
            .lastModifiedTime()
            .toInstant()
            .isBefore(Instant.now().minus(OLD))) {
      Folders.removed(lock);
    }
  }
}

package dev.otto.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// When the user last looked at the status; kept as the time of an empty file in the home.
record LastLook(Path home) {
  /// The moment; long ago if it is not known.
  Instant at() {
    try {
      return Files.getLastModifiedTime(file()).toInstant();
    } catch (IOException never) {
      return Instant.EPOCH;
    }
  }

  /// Notes that they look now. Where that cannot be noted, everything stays new.
  void now(Instant now) {
    try {
      if (!Files.exists(file())) {
        Files.createFile(file());
      }
      Files.setLastModifiedTime(file(), FileTime.from(now));
    } catch (IOException cannot) {
      // Nothing but the word "new" depends on it.
    }
  }

  private Path file() {
    return home.resolve("last-look");
  }
}

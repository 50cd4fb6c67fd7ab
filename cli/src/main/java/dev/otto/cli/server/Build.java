package dev.otto.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// Which sources this program was built from.
public final class Build {
  private Build() {}

  /// The digest of the sources; nothing in a build that does not know.
  public static Optional<String> current() {
    try (var stream = Build.class.getResourceAsStream("/otto-build.properties")) {
      if (stream == null) {
        return Optional.empty();
      }
      var properties = new Properties();
      properties.load(stream);
      return Optional.ofNullable(properties.getProperty("build"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.otto.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the web page on the class path, below `/webapp/`.
public final class WebFiles {
  /// Folders and a file with an ending; no dot at the front of either, so that nothing leads out.
  private static final Pattern PATH =
      Pattern.compile(
          "([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[A-Za-z0-9]+");

  private final ClassLoader source;

  public WebFiles(ClassLoader source) {
    this.source = source;
  }

  Optional<WebFile> named(String path) {
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    try (var stream = source.getResourceAsStream("webapp/" + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new WebFile(path, stream.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

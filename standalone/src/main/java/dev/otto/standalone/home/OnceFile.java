package dev.otto.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// A small private text that is made once and never changes, whoever asks first.
final class OnceFile {
  private OnceFile() {}

  /// What the file says; if it is not there it is made, whole or not at all.
  static String text(Path file, Supplier<String> made) {
    try {
      if (!Files.exists(file)) {
        link(file, made.get());
      }
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A link fails where a file is: of two that make it at once, one wins and both read the same.
  private static void link(Path file, String text) throws IOException {
    var draft = WholeFile.draft(file, text + "\n");
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // Another was first: its text counts.
    } finally {
      Files.delete(draft);
    }
  }
}

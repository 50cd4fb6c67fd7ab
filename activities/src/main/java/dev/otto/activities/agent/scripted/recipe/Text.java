package dev.otto.activities.agent.scripted.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Words of a recipe: written in it, or in a file beside it.
public sealed interface Text {
  record Inline(String words) implements Text {}

  record Sibling(Path file) implements Text {}

  default String words() {
    return switch (this) {
      case Inline(var words) -> words;
      case Sibling(var file) -> content(file);
    };
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

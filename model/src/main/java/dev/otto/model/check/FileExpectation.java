package dev.otto.model.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What must be true of one file of the product: there or absent, with or without certain texts.
public record FileExpectation(
    String path, boolean absent, List<String> contains, List<String> lacks) {
  public FileExpectation {
    requireNonNull(path);
    contains = contains == null ? List.of() : List.copyOf(contains);
    lacks = lacks == null ? List.of() : List.copyOf(lacks);
  }

  /// Whether no file could be as expected.
  public boolean contradictory() {
    return absent && !(contains.isEmpty() && lacks.isEmpty());
  }
}

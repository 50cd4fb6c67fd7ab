package dev.otto.model.json;

import java.util.List;

/// What the strict reading of a text came to: a value, or everything that is wrong with it.
public sealed interface Strict<T> {
  record Fit<T>(T value) implements Strict<T> {}

  record Unfit<T>(List<Violation> violations) implements Strict<T> {
    public Unfit {
      violations = List.copyOf(violations);
    }
  }
}

package dev.otto.api.part;

import dev.otto.api.problem.ReadinessRefusal;
import java.util.Optional;
import java.util.function.Supplier;

/// A part that may not be ready yet, by the name that people know.
public record Late<T>(String name, Supplier<Optional<T>> source) {
  /// The part; as long as there is none, Otto is starting and says so.
  public T ready() {
    return now().orElseThrow(() -> new ReadinessRefusal.Starting(name).refused());
  }

  public Optional<T> now() {
    return source.get();
  }
}

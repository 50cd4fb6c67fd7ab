package dev.otto.model.spec;

import dev.otto.model.json.Violation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A part of a spec and the JSON pointer to it.
record Placed<T>(String place, T value) {
  static <T> Stream<Placed<T>> each(String place, List<T> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Placed<>(place + "/" + i, values.get(i)));
  }

  /// The elements of a list that this part has in a field.
  <E> Stream<Placed<E>> each(String field, Function<T, List<E>> elements) {
    return each(place + "/" + field, elements.apply(value));
  }

  Violation broken(String sentence) {
    return new Violation(place, sentence);
  }

  Violation broken(String field, String sentence) {
    return new Violation(place + "/" + field, sentence);
  }
}

package dev.otto.api.json;

import dev.otto.model.json.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what stands in an address or a header.
public final class Query {
  private Query() {}

  /// The whole number of that name; one that is left out has its usual value.
  public static long number(String name, @Nullable String text, long usual, long most) {
    if (text == null) {
      return usual;
    }
    try {
      var number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // is refused below
    }
    throw wrong(name, "is a whole number between 0 and %d".formatted(most));
  }

  /// The value of that name, if it is there.
  public static <T> Optional<T> value(
      String name, @Nullable String text, Function<String, T> reading) {
    try {
      return Optional.ofNullable(text).map(reading);
    } catch (IllegalArgumentException unreadable) {
      throw wrong(name, String.valueOf(unreadable.getMessage()));
    }
  }

  /// That something in an address or a header cannot be read.
  public static RuntimeException wrong(String name, String sentence) {
    return new BodyRefusal.Broken(List.of(new Violation(name, sentence))).refused();
  }
}

package dev.otto.model.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document on its way to a value: what constructors refuse becomes violations, all of them and
/// not only the first.
final class Binding extends DeserializationProblemHandler {
  private final List<Violation> refused = new ArrayList<>();

  private Binding() {}

  static <T> Strict<T> of(JsonNode document, Class<T> type) {
    var binding = new Binding();
    try {
      T value = Json.strict().readerFor(type).withHandler(binding).readValue(document);
      return binding.refused.isEmpty()
          ? new Strict.Fit<>(value)
          : new Strict.Unfit<>(binding.refused);
    } catch (JsonMappingException unfit) {
      return new Strict.Unfit<>(
          binding.refused.isEmpty() ? List.of(violation(unfit)) : binding.refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException("the document is read already", impossible);
    }
  }

  /// A constructor that refuses what it is given says why in a sentence. What holds the refused
  /// value cannot be made either, which is no news.
  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, Object argument, Throwable problem) {
    sentence(problem)
        .map(why ->
            new Violation(context.getParser().getParsingContext().pathAsPointer().toString(), why))
        .ifPresent(refused::add);
    return refused.isEmpty() ? NOT_HANDLED : null;
  }

  private static Optional<String> sentence(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
        .filter(IllegalArgumentException.class::isInstance)
        .findFirst()
        .map(Throwable::getMessage);
  }

  private static Violation violation(JsonMappingException unfit) {
    return new Violation(
        unfit.getPath().stream()
            .map(
                step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
            .collect(Collectors.joining()),
        unfit instanceof MismatchedInputException mismatch
                && Number.class.isAssignableFrom(mismatch.getTargetType())
            ? "must be a whole number, written without a fraction"
            : "cannot be read");
  }
}

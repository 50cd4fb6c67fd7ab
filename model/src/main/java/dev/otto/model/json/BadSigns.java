package dev.otto.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Signs that JSON may hold and that a database, a file name or a command cannot: NUL, and halves
/// of characters.
final class BadSigns {
  private BadSigns() {}

  /// The first of them in a text or a key of the document.
  static Optional<Violation> in(JsonNode document) {
    return in("", document).findFirst();
  }

  private static Stream<Violation> in(String place, JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> of(place, node.asText());
      case ARRAY ->
          IntStream.range(0, node.size()).boxed().flatMap(i -> in(place + "/" + i, node.get(i)));
      case OBJECT ->
          node.properties().stream()
              .flatMap(field ->
                  Stream.concat(
                      of(place, field.getKey()),
                      in(Pointers.below(place, field.getKey()), field.getValue())));
      case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> Stream.empty();
    };
  }

  private static Stream<Violation> of(String place, String text) {
    return text.codePoints()
        .filter(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE)
        .limit(1)
        .mapToObj(sign ->
            new Violation(
                place, sign == 0 ? "it holds a NUL (\\u0000)" : "it holds half of a character"));
  }
}

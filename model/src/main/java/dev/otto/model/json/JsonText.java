package dev.otto.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.otto.model.Names;

/// A text that a person or an agent wrote as JSON: the document in it, or why there is none.
sealed interface JsonText {
  record Document(JsonNode root) implements JsonText {}

  record NoDocument(Violation why) implements JsonText {}

  /// Reads it strictly: a key that stands twice or a sign that cannot be stored makes it
  /// unreadable.
  static JsonText read(String text) {
    try {
      var document = Json.strict().readTree(text);
      return document.isMissingNode()
          ? unreadable("", "it is empty")
          : BadSigns.in(document).<JsonText>map(NoDocument::new).orElse(new Document(document));
    } catch (JsonProcessingException broken) {
      return unreadable(broken, text);
    }
  }

  private static JsonText unreadable(JsonProcessingException broken, String text) {
    return switch (broken) {
      case MismatchedInputException _ -> unreadable("", "something stands after its end");
      case StreamConstraintsException _ ->
          unreadable("", "it is nested too deep, or something in it is too long");
      case JsonEOFException _ -> unreadable("", "it ends too early" + place(broken));
      case JsonProcessingException twice when twice.getOriginalMessage().startsWith("Duplicate") ->
          unreadable(pointer(twice), "this key stands here twice" + place(twice));
      default -> unreadable("", "it is not JSON" + place(broken) + near(broken, text));
    };
  }

  private static JsonText unreadable(String pointer, String sentence) {
    return new NoDocument(new Violation(pointer, sentence));
  }

  private static String pointer(JsonProcessingException broken) {
    return broken.getProcessor() instanceof JsonParser parser
        ? parser.getParsingContext().pathAsPointer().toString()
        : "";
  }

  private static String place(JsonProcessingException broken) {
    var at = broken.getLocation();
    return at == null ? "" : " (line %s, column %s)".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String near(JsonProcessingException broken, String text) {
    var at = broken.getLocation() == null ? -1 : (int) broken.getLocation().getCharOffset();
    return at < 0 || at > text.length()
        ? ""
        : ", near "
            + Names.quoted(text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 10)));
  }
}

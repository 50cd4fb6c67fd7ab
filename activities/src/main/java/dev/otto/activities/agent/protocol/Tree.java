package dev.otto.activities.agent.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Trees of JSON read and written token by token. An object mapper would do the same, but it costs
/// an agent's start 0.15 s.
public final class Tree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Tree() {}

  /// The one document in the text.
  public static JsonNode parse(String text) throws IOException {
    try (var parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "it is empty");
      }
      var tree = read(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the document");
      }
      return tree;
    }
  }

  /// The value at which the parser stands, of any format that Jackson reads.
  public static JsonNode read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.numberNode(parser.getBigIntegerValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(parser, "no value is here");
    };
  }

  /// The tree as one line.
  public static String line(JsonNode tree) {
    var line = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(line);
        JsonParser parser = tree.traverse()) {
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  /// An empty object.
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /// What is wrong, and where, in words that go into a sentence.
  public static String words(IOException unreadable) {
    if (!(unreadable instanceof com.fasterxml.jackson.core.JsonProcessingException malformed)) {
      return String.valueOf(unreadable.getMessage());
    }
    var first = malformed.getOriginalMessage().lines().findFirst().orElse("unreadable");
    JsonLocation at = malformed.getLocation();
    return at == null
        ? first
        : "%s (line %d, column %d)".formatted(first, at.getLineNr(), at.getColumnNr());
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      if (object.has(name)) {
        throw new JsonParseException(parser, "the key '" + name + "' is there twice");
      }
      parser.nextToken();
      object.set(name, read(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser));
    }
    return array;
  }
}

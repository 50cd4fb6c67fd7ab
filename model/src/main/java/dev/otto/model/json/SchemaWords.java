package dev.otto.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.otto.model.Names;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What a document does wrong by a schema, in the words of the schema and not of its library.
record SchemaWords(JsonNode schema) {
  Violation violation(Error error) {
    var place = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new Violation(Pointers.below(place, error.getProperty()), "there is no such field here");
      case "propertyNames" ->
          new Violation(
              Pointers.below(place, error.getProperty()),
              mustBe(Names.quoted(error.getProperty()), error.getSchemaNode()));
      default -> new Violation(place, sentence(error));
    };
  }

  private String sentence(Error error) {
    var rule = rule(error);
    var limit = rule.path(error.getKeyword());
    return switch (error.getKeyword()) {
      case "required" -> "the field '%s' is missing".formatted(error.getProperty());
      case "type" ->
          "must be %s, not %s".formatted(wanted(limit.asText()), found(error.getInstanceNode()));
      case "const" -> "must be %s".formatted(value(limit));
      case "enum" -> "%s is none of %s".formatted(value(error.getInstanceNode()), values(limit));
      case "pattern" -> mustBe(value(error.getInstanceNode()), rule);
      case "minProperties", "maxProperties" -> mustBe("it", rule);
      case "minItems" -> "must have at least %s".formatted(count(limit, "element"));
      case "maxItems" -> "must have at most %s".formatted(count(limit, "element"));
      case "minLength" ->
          limit.asInt() == 1
              ? "must not be empty"
              : "must have at least %s".formatted(count(limit, "character"));
      case "maxLength" -> "must have at most %s".formatted(count(limit, "character"));
      case "minimum" -> "must be at least %s".formatted(limit.asText());
      case "maximum" -> "must be at most %s".formatted(limit.asText());
      case "uniqueItems" -> "must not have the same element twice";
      default -> error.getMessage();
    };
  }

  /// The part of the schema that holds the broken keyword.
  private JsonNode rule(Error error) {
    var keyword = error.getSchemaLocation().getFragment().toString();
    return schema.at(keyword.substring(0, keyword.lastIndexOf('/')));
  }

  /// What must be is what the rule's description says.
  private String mustBe(String what, JsonNode rule) {
    var described = rule.has("$ref") ? schema.at(rule.path("$ref").asText().substring(1)) : rule;
    return "%s must be %s".formatted(what, described.path("description").asText());
  }

  private static String count(JsonNode limit, String thing) {
    return limit.asInt() == 1 ? "1 " + thing : limit.asText() + " " + thing + "s";
  }

  private static String values(JsonNode choices) {
    return StreamSupport.stream(choices.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String value(JsonNode node) {
    return Names.quoted(node.isValueNode() ? node.asText() : node.toString());
  }

  private static String wanted(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an " + type;
    };
  }

  private static String found(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "text";
      case NUMBER -> "the number " + node.asText();
      case BOOLEAN -> node.asText();
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case NULL -> "null";
      case MISSING, BINARY -> "nothing";
    };
  }
}

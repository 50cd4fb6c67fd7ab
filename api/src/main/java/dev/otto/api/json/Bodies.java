package dev.otto.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.otto.model.json.Body;
import dev.otto.model.json.Json;
import dev.otto.model.json.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a body: one JSON object of exactly the components of its record, without nulls, without
/// texts that no database can keep.
final class Bodies {
  private Bodies() {}

  static <T extends Body> T read(String text, Class<T> type) {
    var tree = tree(text.isBlank() ? "{}" : text);
    var broken = new ArrayList<Violation>();
    unkeepable("", tree, broken);
    if (broken.isEmpty()) {
      missing(tree, type, broken);
    }
    if (!broken.isEmpty()) {
      throw new BodyRefusal.Broken(broken).refused();
    }
    try {
      return Json.strict().treeToValue(tree, type);
    } catch (JsonMappingException unmapped) {
      throw new BodyRefusal.Broken(List.of(violation(unmapped))).refused();
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    }
  }

  private static JsonNode tree(String text) {
    try {
      var tree = Json.strict().readTree(text);
      if (!tree.isObject()) {
        throw new BodyRefusal.Malformed(new Violation("", "it is no object.")).refused();
      }
      return tree;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    }
  }

  private static RuntimeException malformed(JsonProcessingException malformed) {
    var at = malformed.getLocation();
    var place =
        at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    return new BodyRefusal.Malformed(
            new Violation("", firstLine(malformed.getOriginalMessage()) + place))
        .refused();
  }

  private static void unkeepable(String pointer, JsonNode node, List<Violation> found) {
    if (node.isNull()) {
      found.add(new Violation(pointer, "is null; leave it out instead"));
    }
    if (node.isTextual() && !keepable(node.textValue())) {
      found.add(new Violation(pointer, "holds a character that is none"));
    }
    node.properties()
        .forEach(
            field -> unkeepable(pointer + "/" + escaped(field.getKey()), field.getValue(), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      unkeepable(pointer + "/" + i, node.get(i), found);
    }
  }

  /// Neither U+0000, which PostgreSQL does not keep, nor half of a pair.
  private static boolean keepable(String text) {
    return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
  }

  private static void missing(JsonNode tree, Class<?> type, List<Violation> found) {
    Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getType() != Optional.class)
        .map(RecordComponent::getName)
        .filter(name -> !tree.has(name))
        .forEach(name -> found.add(new Violation("/" + name, "is missing")));
  }

  private static Violation violation(JsonMappingException unmapped) {
    var sentence =
        switch (unmapped) {
          case UnrecognizedPropertyException _ -> "is not known here";
          case JsonMappingException other
              when other.getCause() instanceof IllegalArgumentException why ->
              firstLine(String.valueOf(why.getMessage()));
          case JsonMappingException _ -> "is of another type";
        };
    return new Violation(pointer(unmapped), sentence);
  }

  private static String pointer(JsonMappingException unmapped) {
    var pointer = new StringBuilder();
    for (var step : unmapped.getPath()) {
      pointer
          .append('/')
          .append(
              step.getFieldName() == null ? step.getIndex() + "" : escaped(step.getFieldName()));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("unreadable");
  }
}

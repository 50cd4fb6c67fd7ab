package dev.otto.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The document as it is served, as a judge of what is sent and answered. It is stricter than its
/// readers should be: a field of an answer that it does not name is a fault.
public final class ServedDocument {
  private static final ServedDocument SERVED = new ServedDocument(read());

  private final JsonNode document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ServedDocument(JsonNode document) {
    this.document = closed(document);
  }

  public static ServedDocument served() {
    return SERVED;
  }

  /// What is wrong with the answer to a request, by the document. Of a request that is not in it
  /// nothing is said.
  public List<String> faults(
      String method, String path, int status, String mediaType, String body) {
    return operation(method, path)
        .map(operation -> answer(operation, status, mediaType, body))
        .orElse(List.of());
  }

  private List<String> answer(String operation, int status, String mediaType, String body) {
    var answer = resolved(operation + "/responses/" + status);
    if (answer.isMissingNode()) {
      return List.of("the status %d is not told".formatted(status));
    }
    if (body.isEmpty()) {
      return List.of();
    }
    var media = mediaType.replaceAll(";.*", "");
    var content = answer.path("content").path(media);
    if (content.isMissingNode()) {
      return List.of("the form %s is not told".formatted(media));
    }
    return media.endsWith("json") ? faults(content.path("schema"), json(body)) : List.of();
  }

  /// The example of an answer of this type.
  public String example(String type) {
    return document.path("paths").findParents("example").stream()
        .filter(content -> content.at("/schema/$ref").asText().equals(Schemas.PLACE + type))
        .findFirst()
        .orElseThrow()
        .path("example")
        .toString();
  }

  /// What is wrong with a value by this schema of the document.
  List<String> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema.toString(), this::schema).validate(value).stream()
        .map(error -> error.getInstanceLocation() + " " + error)
        .toList();
  }

  JsonNode document() {
    return document;
  }

  /// The part at this JSON pointer, or what it refers to.
  JsonNode resolved(String pointer) {
    var part = document.at(pointer);
    return part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part;
  }

  private Optional<String> operation(String method, String path) {
    var place = path.replaceAll("\\?.*", "");
    return document.path("paths").properties().stream()
        .filter(one -> one.getValue().has(method))
        .filter(one -> pattern(one.getKey()).matcher(place).matches())
        .map(one -> "/paths/" + one.getKey().replace("~", "~0").replace("/", "~1") + "/" + method)
        .sorted(Comparator.comparing(one -> one.contains("{")))
        .findFirst();
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{\\w+\\}", "[^/]+"));
  }

  /// The schema with the rest of the document beside it, where its references lead.
  private Schema schema(String text) {
    var root = (ObjectNode) json(text).deepCopy();
    root.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(root.toString());
  }

  private static JsonNode closed(JsonNode document) {
    for (var schema : document.path("components").path("schemas")) {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
    return document;
  }

  private static JsonNode read() {
    try {
      return Json.own().readTree(Files.readString(ApiDocument.SERVED));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode json(String text) {
    try {
      return Json.own().readTree(text);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError("no JSON: " + text, unreadable);
    }
  }
}

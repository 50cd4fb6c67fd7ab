package dev.otto.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A strict JSON Schema (2020-12) that Otto publishes, such as that of the spec.
public final class JsonSchema {
  private final String text;
  private final Schema schema;
  private final SchemaWords words;

  private JsonSchema(String text) throws JsonProcessingException {
    this.text = text;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    this.words = new SchemaWords(Json.strict().readTree(text));
  }

  /// The schema in the resource `/schema/NAME.schema.json`.
  public static JsonSchema named(String name) {
    var resource = "/schema/" + name + ".schema.json";
    try (var stream = JsonSchema.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no schema " + resource);
      }
      return new JsonSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public String text() {
    return text;
  }

  /// Reads a text that a person or an agent wrote: as JSON, by the schema, as a value of the type.
  public <T> Strict<T> read(String text, Class<T> type) {
    return switch (JsonText.read(text)) {
      case JsonText.NoDocument(var why) -> new Strict.Unfit<>(List.of(why));
      case JsonText.Document(var document) -> read(document, type);
    };
  }

  private <T> Strict<T> read(JsonNode document, Class<T> type) {
    var broken = essential(schema.validate(document)).map(words::violation).distinct().toList();
    return broken.isEmpty() ? Binding.of(document, type) : new Strict.Unfit<>(broken);
  }

  /// Of a value of the wrong type nothing else is worth saying.
  private static Stream<Error> essential(List<Error> errors) {
    var mistyped =
        errors.stream()
            .filter(error -> error.getKeyword().equals("type"))
            .map(error -> error.getInstanceLocation().toString())
            .collect(Collectors.toSet());
    return errors.stream()
        .filter(error ->
            error.getKeyword().equals("type")
                || !mistyped.contains(error.getInstanceLocation().toString()));
  }
}

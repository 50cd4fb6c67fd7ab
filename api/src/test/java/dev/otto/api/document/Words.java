package dev.otto.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/// What a person wrote of the api: names, sentences, examples, limits. Nothing in it may be missing
/// and nothing may be left over.
final class Words {
  static final Path FILE = Path.of("src/main/openapi/words.yaml");

  private final JsonNode written;
  private final Set<String> unused = new TreeSet<>();

  private Words(JsonNode written) {
    this.written = written;
    for (var part : List.of("operations", "parameters", "examples")) {
      written.path(part).fieldNames().forEachRemaining(name -> unused.add(part + ": " + name));
    }
  }

  static Words read() {
    try {
      return new Words(Json.own().valueToTree(new Yaml().load(Files.readString(FILE))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Title, servers, ways in.
  ObjectNode head() {
    return (ObjectNode) needed(written, "head", "words");
  }

  /// What can be asked that Jersey does not know of.
  ObjectNode otherPaths() {
    return (ObjectNode) needed(written, "otherPaths", "words");
  }

  /// Answers, headers and locks that operations share.
  ObjectNode components() {
    var components = ((ObjectNode) needed(written, "components", "words")).deepCopy();
    components.set("parameters", parameters());
    return components;
  }

  private JsonNode parameters() {
    return needed(written, "parameters", "words");
  }

  /// Types that no method names: what the live stream tells.
  List<Class<?>> types() {
    return StreamSupport.stream(needed(written, "types", "words").spliterator(), false)
        .<Class<?>>map(name -> type(name.asText()))
        .toList();
  }

  Stream<Map.Entry<String, JsonNode>> refinements() {
    return needed(written, "refine", "words").properties().stream();
  }

  OfOperation of(String key) {
    return new OfOperation(key, used("operations", key));
  }

  /// A parameter by its name, or by that of its operation and its own.
  JsonNode parameter(String operation, Operation.Told told) {
    var own = operation + "." + told.name();
    var name = parameters().has(own) ? own : told.name();
    var parameter = used("parameters", name);
    if (!parameter.path("in").asText().equals(told.place())
        || !parameter.path("name").asText().equals(told.name())) {
      throw new IllegalStateException(
          "%s is told in the %s, not as %s".formatted(name, told.place(), parameter));
    }
    return ApiDocument.reference("parameters", name);
  }

  JsonNode example(String type) {
    return used("examples", type);
  }

  void refuseUnused() {
    unused.remove("parameters: If-None-Match");
    if (!unused.isEmpty()) {
      throw new IllegalStateException("words about nothing: " + unused);
    }
  }

  private JsonNode used(String part, String name) {
    unused.remove(part + ": " + name);
    return needed(written.path(part), name, part);
  }

  private static JsonNode needed(JsonNode node, String name, String place) {
    var found = node.get(name);
    if (found == null) {
      throw new IllegalStateException("%s says nothing of %s in %s".formatted(place, name, FILE));
    }
    return found;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("dev.otto." + name);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  /// What is said of one operation.
  record OfOperation(String key, JsonNode node) {
    String text(String name) {
      return needed(node, name, key).asText();
    }

    String textOr(String name, String otherwise) {
      return maybe(name).map(JsonNode::asText).orElse(otherwise);
    }

    Optional<JsonNode> maybe(String name) {
      return Optional.ofNullable(node.get(name));
    }

    boolean is(String name) {
      return node.path(name).asBoolean();
    }

    Optional<Class<?>> type(String name) {
      return maybe(name).map(said -> Words.type(said.asText()));
    }

    JsonNode content() {
      return needed(node, "content", key);
    }
  }
}

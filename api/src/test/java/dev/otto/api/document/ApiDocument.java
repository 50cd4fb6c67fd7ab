package dev.otto.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The document of the api (OpenAPI 3.1), put together from what Jersey has registered, from the
/// types that Jackson reads and writes, and from words: what no code can say.
final class ApiDocument {
  static final Path SERVED = Path.of("src/main/resources/openapi.json");

  private static final ObjectMapper MAPPER = Json.own();
  private static final String OF_JSON = "application/json";

  private final Words words = Words.read();
  private final Schemas schemas =
      new Schemas(new DocComments(Path.of("../model/src/main/java"), Path.of("src/main/java")));

  /// The document as the code and the words are now.
  static ObjectNode assembled() {
    return of(Operation.all());
  }

  /// The document of these operations, each of which needs words; and no words may be left over.
  static ObjectNode of(List<Operation> operations) {
    return new ApiDocument().document(operations);
  }

  private ObjectNode document(List<Operation> operations) {
    var document = object();
    document.setAll(words.head());
    var paths = document.putObject("paths");
    paths.setAll(words.otherPaths());
    for (var operation : operations) {
      var item = paths.withObjectProperty(operation.path());
      item.set(operation.method(), described(operation));
    }
    words.types().forEach(schemas::answered);
    schemas.answered(Problem.class);
    var components = document.putObject("components");
    components.setAll(words.components());
    components.set("schemas", refined());
    words.refuseUnused();
    return document;
  }

  private ObjectNode described(Operation operation) {
    var said = words.of(operation.key());
    var node = object();
    node.put("operationId", said.text("id"));
    node.putArray("tags").add(operation.capability());
    node.put("summary", said.text("summary"));
    said.maybe("description").ifPresent(text -> node.set("description", text));
    var parameters = node.putArray("parameters");
    operation.told().forEach(told -> parameters.add(words.parameter(said.text("id"), told)));
    if (said.is("tagged")) {
      parameters.add(reference("parameters", "If-None-Match"));
    }
    operation.body().ifPresent(body -> node.set("requestBody", body(body)));
    node.set("responses", answers(operation, said));
    if (parameters.isEmpty()) {
      node.remove("parameters");
    }
    return node;
  }

  private ObjectNode body(Class<?> type) {
    var body = object();
    body.put("required", true);
    body.withObjectProperty("content").set(OF_JSON, content(schemas.asked(type), type));
    return body;
  }

  private ObjectNode answers(Operation operation, Words.OfOperation said) {
    var answers = new TreeMap<String, JsonNode>();
    said.maybe("answers")
        .ifPresent(written ->
            written.properties().forEach(one -> answers.put(one.getKey(), one.getValue())));
    if (answers.isEmpty()) {
      answers.put(said.textOr("status", "200"), answer(operation, said));
    }
    if (said.is("tagged")) {
      answers.put("304", reference("responses", "Unchanged"));
    }
    refusals(operation, said)
        .forEach((status, name) -> answers.put(status, reference("responses", name)));
    var node = object();
    answers.forEach(node::set);
    return node;
  }

  private ObjectNode answer(Operation operation, Words.OfOperation said) {
    var answer = object();
    answer.put("description", said.text("answer"));
    var headers = answer.putObject("headers");
    headers.set("Otto-Request", reference("headers", "Otto-Request"));
    if (said.is("tagged")) {
      headers.set("ETag", reference("headers", "ETag"));
    }
    said.maybe("headers")
        .ifPresent(more ->
            more.forEach(name -> headers.set(name.asText(), reference("headers", name.asText()))));
    var content = answer.putObject("content");
    for (var media : operation.produces()) {
      content.set(media.getType() + "/" + media.getSubtype(), answered(operation, said));
    }
    return answer;
  }

  private JsonNode answered(Operation operation, Words.OfOperation said) {
    var type = operation.answer().or(() -> said.type("type"));
    return type.<JsonNode>map(one -> content(schemas.answered(one), one))
        .orElseGet(() -> said.content());
  }

  /// What can be refused follows from what is asked: a run that is not there, a body that cannot be
  /// read. What else an operation refuses is told in words.
  private static Map<String, String> refusals(Operation operation, Words.OfOperation said) {
    var refused = new TreeMap<String, String>();
    refused.put("400", "BadRequest");
    refused.put("401", "Stranger");
    refused.put("403", "Forbidden");
    refused.put("406", "NotAcceptable");
    refused.put("429", "TooOften");
    refused.put("500", "Unexpected");
    refused.put("503", "NotReady");
    if (operation.told().stream().anyMatch(told -> told.place().equals("path"))) {
      refused.put("404", "Unknown");
    }
    if (!operation.told().isEmpty()) {
      refused.put("422", "Invalid");
    }
    if (operation.body().isPresent()) {
      refused.put("409", "Conflict");
      refused.put("413", "TooLarge");
      refused.put("415", "NotRead");
      refused.put("422", "Invalid");
    }
    said.maybe("refusals")
        .ifPresent(more ->
            more.properties().forEach(one -> refused.put(one.getKey(), one.getValue().asText())));
    return refused;
  }

  private ObjectNode content(JsonNode schema, Class<?> type) {
    var content = object();
    content.set("schema", schema);
    content.set("example", words.example(Schemas.name(type)));
    return content;
  }

  /// The schemas, with the limits that only constructors know.
  private ObjectNode refined() {
    var all = object();
    all.setAll(schemas.all());
    words
        .refinements()
        .forEach(one -> {
          var place = one.getKey().lastIndexOf('/');
          var schema =
              place < 0
                  ? all.get(one.getKey())
                  : all.path(one.getKey().substring(0, place))
                      .path("properties")
                      .get(one.getKey().substring(place + 1));
          if (!(schema instanceof ObjectNode known)) {
            throw new IllegalStateException("nothing to refine: " + one.getKey());
          }
          known.setAll((ObjectNode) one.getValue());
        });
    return all;
  }

  static ObjectNode reference(String kind, String name) {
    return object().put("$ref", "#/components/%s/%s".formatted(kind, name));
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}

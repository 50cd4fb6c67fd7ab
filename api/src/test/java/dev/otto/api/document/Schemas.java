package dev.otto.api.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.json.Body;
import dev.otto.model.json.Json;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The JSON Schemas of the types that cross HTTP, as Jackson writes and reads them.
final class Schemas {
  static final String PLACE = "#/components/schemas/";

  private static final ObjectMapper MAPPER = Json.own();
  private static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(int.class, "integer/int32"),
          Map.entry(Integer.class, "integer/int32"),
          Map.entry(long.class, "integer/int64"),
          Map.entry(Long.class, "integer/int64"),
          Map.entry(double.class, "number/double"),
          Map.entry(BigDecimal.class, "number"),
          Map.entry(Instant.class, "string/date-time"),
          Map.entry(LocalDate.class, "string/date"),
          Map.entry(Duration.class, "string/duration"));

  private final DocComments comments;
  private final SortedMap<String, ObjectNode> named = new TreeMap<>();

  Schemas(DocComments comments) {
    this.comments = comments;
  }

  /// Who writes a value: Otto, who leaves out only what is absent, or somebody who asks, who may
  /// leave out whatever has a usual value.
  private enum By {
    OTTO,
    ASKER
  }

  /// All schemas that were needed so far, by their names.
  SortedMap<String, ObjectNode> all() {
    return named;
  }

  /// The schema of a type that Otto answers with, as a reference where it has a name.
  JsonNode answered(Type type) {
    return of(MAPPER.constructType(type), By.OTTO);
  }

  /// The schema of a type that is sent to Otto.
  JsonNode asked(Class<?> type) {
    return of(MAPPER.constructType(type), By.ASKER);
  }

  private JsonNode of(JavaType type, By by) {
    var scalar = SCALARS.get(type.getRawClass());
    if (scalar != null) {
      var words = scalar.split("/", 2);
      var schema = object().put("type", words[0]);
      return words.length == 1 ? schema : schema.put("format", words[1]);
    }
    if (type.isReferenceType()) {
      return of(type.getReferencedType(), by);
    }
    if (type.isMapLikeType()) {
      return object()
          .put("type", "object")
          .set("additionalProperties", of(type.getContentType(), by));
    }
    if (type.isCollectionLikeType()) {
      return object().put("type", "array").set("items", of(type.getContentType(), by));
    }
    return reference(type, by);
  }

  private JsonNode reference(JavaType type, By by) {
    var raw = type.getRawClass();
    if (Schemas.is(raw, Object.class) || !raw.getName().startsWith("dev.otto.")) {
      throw new IllegalStateException("no schema is known for " + type);
    }
    var plain = raw.isEnum() || value(type).isPresent() || Body.class.isAssignableFrom(raw);
    var name = name(raw) + (by == By.ASKER && !plain ? ".Asked" : "");
    if (!named.containsKey(name)) {
      named.put(name, object());
      named.put(name, described(raw, by));
    }
    return object().put("$ref", PLACE + name);
  }

  private ObjectNode described(Class<?> raw, By by) {
    var schema = object();
    var text = comments.of(raw).text();
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
    return schema.setAll(schema(raw, by));
  }

  private ObjectNode schema(Class<?> raw, By by) {
    var type = MAPPER.constructType(raw);
    var value = value(type);
    if (value.isPresent()) {
      var schema = (ObjectNode) of(value.get(), by);
      rule(raw).ifPresent(rule -> schema.put("pattern", "^(?:" + rule.pattern() + ")$"));
      return schema;
    }
    if (raw.isEnum()) {
      var schema = object().put("type", "string");
      var words = schema.putArray("enum");
      Arrays.stream(raw.getEnumConstants())
          .map(constant -> MAPPER.valueToTree(constant).asText())
          .forEach(words::add);
      return schema;
    }
    return raw.isInterface() ? choice(raw, by) : record(raw, by);
  }

  private ObjectNode choice(Class<?> sealed, By by) {
    var subtypes = sealed.getAnnotation(JsonSubTypes.class);
    var info = sealed.getAnnotation(JsonTypeInfo.class);
    if (subtypes == null || info == null) {
      throw new IllegalStateException("its forms have no names: " + sealed);
    }
    var schema = object();
    var one = schema.putArray("oneOf");
    var discriminator = schema.putObject("discriminator").put("propertyName", info.property());
    var mapping = discriminator.putObject("mapping");
    for (var subtype : subtypes.value()) {
      var reference = reference(MAPPER.constructType(subtype.value()), by);
      one.add(reference);
      mapping.put(subtype.name(), reference.path("$ref").asText());
    }
    return schema;
  }

  private ObjectNode record(Class<?> raw, By by) {
    var schema = object().put("type", "object");
    var required = schema.putArray("required");
    var properties = schema.putObject("properties");
    form(raw)
        .forEach((property, word) -> {
          required.add(property);
          properties.putObject(property).put("type", "string").put("const", word);
        });
    var told = comments.of(raw).components();
    for (var property : properties(raw)) {
      properties.set(
          property.getName(),
          with(of(property.getPrimaryType(), by), told.get(property.getName())));
      if (mustBe(raw, property, by)) {
        required.add(property.getName());
      }
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
    if (by == By.ASKER) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private static Iterable<BeanPropertyDefinition> properties(Class<?> raw) {
    var config = MAPPER.getSerializationConfig();
    return config.introspect(MAPPER.constructType(raw)).findProperties().stream()
        .filter(property -> property.hasGetter() || property.hasField())
        .toList();
  }

  /// Otto leaves out what is absent; who asks may leave out what has a usual value, which in the
  /// body itself is only what is optional.
  private static boolean mustBe(Class<?> raw, BeanPropertyDefinition property, By by) {
    var component =
        Arrays.stream(raw.getRecordComponents())
            .filter(one -> one.getName().equals(property.getInternalName()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no component: " + raw + property));
    return !maybeAbsent(component) && (by == By.OTTO || Body.class.isAssignableFrom(raw));
  }

  private static boolean maybeAbsent(RecordComponent component) {
    return Schemas.is(component.getType(), Optional.class)
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /// By which property and word the record is told from the other forms of its type.
  private static Map<String, String> form(Class<?> raw) {
    return Arrays.stream(raw.getInterfaces())
        .filter(type -> type.isAnnotationPresent(JsonSubTypes.class))
        .flatMap(type ->
            Stream.of(type.getAnnotation(JsonSubTypes.class).value())
                .filter(subtype -> Schemas.is(subtype.value(), raw))
                .map(subtype ->
                    Map.entry(type.getAnnotation(JsonTypeInfo.class).property(), subtype.name())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static JsonNode with(JsonNode schema, @Nullable String description) {
    return description == null
        ? schema
        : object().put("description", description).setAll((ObjectNode) schema);
  }

  private static Optional<JavaType> value(JavaType type) {
    return Optional.ofNullable(
            MAPPER.getSerializationConfig().introspect(type).findJsonValueAccessor())
        .map(accessor -> accessor.getType());
  }

  /// What a text must look like, as the type itself tests it.
  private static Optional<Pattern> rule(Class<?> raw) {
    try {
      var rule = raw.getDeclaredField("RULE");
      rule.setAccessible(true);
      return Optional.of((Pattern) rule.get(null));
    } catch (NoSuchFieldException none) {
      return Optional.empty();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// `RunView.GroupView` for a type within another.
  static String name(Class<?> raw) {
    var outer = raw.getEnclosingClass();
    return outer == null ? raw.getSimpleName() : name(outer) + "." + raw.getSimpleName();
  }

  private static boolean is(Class<?> one, Class<?> other) {
    return one.equals(other);
  }

  private static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}

package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.check.Check;
import dev.otto.model.check.FileExpectation;
import dev.otto.model.check.HttpStep;
import dev.otto.model.check.Oracle;
import dev.otto.model.json.Json;
import dev.otto.model.json.Made;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The published schema and the records say the same, part by part, to the last field.
class SchemaDriftTest {
  private static final JsonNode SCHEMA = parsed(SpecReader.schema());
  private static final Map<Class<?>, String> PLACES =
      Map.ofEntries(
          Map.entry(Spec.class, ""),
          Map.entry(Demand.class, "/$defs/demand"),
          Map.entry(Feature.class, "/$defs/feature"),
          Map.entry(Clause.class, "/$defs/clause"),
          Map.entry(GroupSpec.class, "/$defs/group"),
          Map.entry(Guardrail.class, "/$defs/guardrail"),
          Map.entry(Guardrail.Scope.All.class, "/$defs/scope-all"),
          Map.entry(Guardrail.Scope.OneGroup.class, "/$defs/scope-group"),
          Map.entry(Guardrail.Scope.OneFeature.class, "/$defs/scope-feature"),
          Map.entry(Start.class, "/$defs/start"),
          Map.entry(Start.Ready.class, "/$defs/start/properties/ready"),
          Map.entry(Fixture.class, "/$defs/fixture"),
          Map.entry(Structure.Webapp.class, "/$defs/webapp"),
          Map.entry(Structure.Cli.class, "/$defs/cli"),
          Map.entry(Structure.Api.class, "/$defs/api"),
          Map.entry(Structure.Service.class, "/$defs/api"),
          Map.entry(Structure.Library.class, "/$defs/library"),
          Map.entry(Check.Command.class, "/$defs/command"),
          Map.entry(Check.Http.class, "/$defs/http"),
          Map.entry(Check.Files.class, "/$defs/files"),
          Map.entry(Check.Browser.class, "/$defs/browser"),
          Map.entry(Oracle.class, "/$defs/oracle"),
          Map.entry(Oracle.SealedFile.class, "/$defs/oracle/properties/files/items"),
          Map.entry(HttpStep.class, "/$defs/httpStep"),
          Map.entry(HttpStep.Request.class, "/$defs/request"),
          Map.entry(HttpStep.Expectation.class, "/$defs/expectation"),
          Map.entry(HttpStep.Capture.class, "/$defs/capture"),
          Map.entry(FileExpectation.class, "/$defs/files/properties/expect/items"));

  @Test
  void every_record_that_a_spec_is_made_of_has_its_place_in_the_schema() {
    assertThat(parts(Spec.class, new LinkedHashSet<>())).isEqualTo(PLACES.keySet());
  }

  @Test
  void every_object_of_the_schema_is_a_record_or_a_choice_of_records() {
    var described = new TreeSet<String>();
    objects("", SCHEMA, described);
    var known = new TreeSet<>(PLACES.values());
    known.addAll(List.of("/$defs/scope", "/$defs/structure", "/$defs/check"));

    assertThat(described).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void every_component_is_a_property_and_the_other_way_round(Class<?> part) {
    var properties = names(place(part).path("properties"));

    assertThat(properties).isEqualTo(fields(part));
    assertThat(place(part).path("additionalProperties")).isEqualTo(parsed("false"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void what_is_required_is_what_the_constructor_insists_on(Class<?> part) {
    var required =
        Stream.of(part.getRecordComponents())
            .filter(component -> Made.insists(part, component))
            .map(SchemaDriftTest::field)
            .collect(Collectors.toCollection(TreeSet::new));
    typeProperty(part).ifPresent(required::add);

    var said = new TreeSet<String>();
    place(part).path("required").forEach(name -> said.add(name.asText()));
    assertThat(said).isEqualTo(required);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void every_kind_of_a_choice_is_known_to_the_schema(Class<?> choice, String place) {
    var kinds =
        Stream.of(choice.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toSet());
    var property = choice.getAnnotation(JsonTypeInfo.class).property();
    var said = new TreeSet<String>();
    SCHEMA.at(place + "/properties/" + property + "/enum").forEach(kind -> said.add(kind.asText()));

    assertThat(said).isEqualTo(new TreeSet<>(kinds));
    assertThat(SCHEMA.at(place + "/allOf")).hasSize(kinds.size());
  }

  static Stream<Class<?>> parts() {
    return PLACES.keySet().stream();
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        Arguments.of(Check.class, "/$defs/check"),
        Arguments.of(Structure.class, "/$defs/structure"),
        Arguments.of(Guardrail.Scope.class, "/$defs/scope"));
  }

  private static Set<Class<?>> parts(Class<?> type, Set<Class<?>> found) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(kind -> parts(kind, found));
    }
    var scalar =
        type.isRecord() && PLACES.get(type) == null && type.getRecordComponents().length == 1;
    if (type.isRecord() && !scalar && type.getName().startsWith("dev.otto") && found.add(type)) {
      Stream.of(type.getRecordComponents())
          .forEach(component -> parts(core(component.getGenericType()), found));
    }
    return found;
  }

  /// The type within lists, maps and optionals.
  private static Class<?> core(Type type) {
    return switch (type) {
      case ParameterizedType holder ->
          core(holder.getActualTypeArguments()[holder.getActualTypeArguments().length - 1]);
      case Class<?> plain -> plain;
      default -> throw new AssertionError("what is " + type);
    };
  }

  private static void objects(String place, JsonNode node, Set<String> found) {
    if (node.path("type").asText().equals("object") && node.has("properties")) {
      found.add(place);
    }
    node.properties()
        .forEach(field -> objects(place + "/" + field.getKey(), field.getValue(), found));
  }

  private static Set<String> fields(Class<?> part) {
    var fields =
        Stream.of(part.getRecordComponents())
            .map(SchemaDriftTest::field)
            .collect(Collectors.toCollection(TreeSet::new));
    typeProperty(part).ifPresent(fields::add);
    return fields;
  }

  private static Optional<String> typeProperty(Class<?> part) {
    return Stream.of(part.getInterfaces())
        .map(kind -> kind.getAnnotation(JsonTypeInfo.class))
        .filter(Objects::nonNull)
        .map(JsonTypeInfo::property)
        .findFirst();
  }

  private static String field(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static Set<String> names(JsonNode properties) {
    var names = new TreeSet<String>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode place(Class<?> part) {
    return SCHEMA.at(PLACES.getOrDefault(part, "/nowhere"));
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.own().readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(json, unreadable);
    }
  }
}

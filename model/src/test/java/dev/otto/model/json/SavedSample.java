package dev.otto.model.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A value as some Otto stored it once. Samples are added and never changed: what is stored must be
/// readable for ever.
public record SavedSample(String name, String text) {
  /// Objects whose keys are data and no names of fields.
  private static final Set<String> MAPS = Set.of("headers", "capture", "marks");

  /// All samples below a folder of samples.
  public static Stream<SavedSample> of(String folder) {
    try (var files = Files.walk(root().resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().map(SavedSample::read).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One by its name; also where the samples lie in a jar.
  public static SavedSample named(String name) {
    try (var sample = SavedSample.class.getResourceAsStream("/samples/" + name + ".json")) {
      return new SavedSample(
          name, new String(requireNonNull(sample, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<String> folders() {
    try (var folders = Files.list(root())) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public <T> T value(Class<T> type) {
    return Json.value(text, type);
  }

  JsonNode tree() {
    return parsed(text);
  }

  /// The sample with an unknown field in each of its objects.
  String withUnknownFields() {
    var tree = tree();
    disturb(tree);
    return tree.toString();
  }

  /// What of the sample is not in the text, as pointers: a field that was renamed or dropped.
  List<String> lostIn(String written) {
    return lost("", tree(), parsed(written)).toList();
  }

  /// Where the value holds a null; there must be none, whatever was missing when it was stored.
  static List<String> nulls(Object value) {
    return nulls("", value).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Stream<String> lost(String place, JsonNode sample, JsonNode written) {
    return switch (sample) {
      case ObjectNode fields when written.isObject() ->
          fields.properties().stream()
              .flatMap(field ->
                  lost(
                      place + "/" + field.getKey(),
                      field.getValue(),
                      written.path(field.getKey())));
      case ArrayNode elements when written.size() == elements.size() ->
          IntStream.range(0, elements.size())
              .boxed()
              .flatMap(i -> lost(place + "/" + i, elements.get(i), written.get(i)));
      default -> sample.equals(written) ? Stream.empty() : Stream.of(place);
    };
  }

  private static Stream<String> nulls(String place, Object value) {
    return switch (value) {
      case null -> Stream.of(place);
      case Record made ->
          Stream.of(made.getClass().getRecordComponents())
              .flatMap(one -> nulls(place + "/" + one.getName(), component(made, one)));
      case List<?> list -> list.stream().flatMap(one -> nulls(place + "/*", one));
      case Map<?, ?> map -> map.values().stream().flatMap(one -> nulls(place + "/*", one));
      case Optional<?> held -> held.stream().flatMap(one -> nulls(place, one));
      default -> Stream.empty();
    };
  }

  private static Object component(Record made, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(made);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void disturb(JsonNode node) {
    node.properties().stream()
        .filter(field -> !MAPS.contains(field.getKey()))
        .forEach(field -> disturb(field.getValue()));
    if (node instanceof ArrayNode elements) {
      elements.forEach(SavedSample::disturb);
    }
    if (node instanceof ObjectNode fields) {
      fields.putArray("addedByALaterOtto").addNull();
    }
  }

  private static SavedSample read(Path file) {
    try {
      var name = root().relativize(file).toString();
      return new SavedSample(name.substring(0, name.length() - 5), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    try {
      var url = SavedSample.class.getResource("/samples");
      return Path.of(requireNonNull(url).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.own().readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

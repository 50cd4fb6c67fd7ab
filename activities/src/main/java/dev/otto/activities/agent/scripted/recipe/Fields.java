package dev.otto.activities.agent.scripted.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The fields of one mapping in a recipe, each asked for once; [#end()] refuses what nobody asked
/// for.
final class Fields {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m)");
  private static final Pattern MODE = Pattern.compile("[0-7]{3}");

  private final String place;
  private final Path folder;
  private final JsonNode mapping;
  private final Set<String> asked = new HashSet<>();

  Fields(String place, Path folder, JsonNode mapping) {
    this.place = place;
    this.folder = folder;
    this.mapping = mapping;
  }

  RecipeFault fault(String what) {
    return new RecipeFault("%s: %s.".formatted(place, what));
  }

  void end() {
    mustBeMapping();
    mapping
        .fieldNames()
        .forEachRemaining(name -> {
          if (!asked.contains(name)) {
            throw fault("there is no field '" + name + "' here");
          }
        });
  }

  JsonNode tree(String name) {
    return maybeTree(name).orElseThrow(() -> fault("the field '" + name + "' is missing"));
  }

  Optional<JsonNode> maybeTree(String name) {
    mustBeMapping();
    asked.add(name);
    return Optional.ofNullable(mapping.get(name));
  }

  String string(String name) {
    return maybeString(name).orElseThrow(() -> fault("the field '" + name + "' is missing"));
  }

  Optional<String> maybeString(String name) {
    return maybeTree(name).map(value -> of(value.isTextual(), name, "a text", value).textValue());
  }

  /// Words under that name, or in the file beside the recipe that the other name gives.
  Text text(String name, String from) {
    return maybeText(name, from)
        .orElseThrow(() -> fault("one of '%s' and '%s' is missing".formatted(name, from)));
  }

  Optional<Text> maybeText(String name, String from) {
    var words = maybeString(name);
    var file = maybeString(from);
    if (words.isPresent() && file.isPresent()) {
      throw fault("'%s' and '%s' exclude each other".formatted(name, from));
    }
    return words.<Text>map(Text.Inline::new).or(() -> file.map(this::sibling));
  }

  Text.Sibling sibling(String name) {
    var file = folder.resolve(inside(name));
    if (!Files.isRegularFile(file)) {
      throw fault("there is no file '%s' beside the recipe".formatted(name));
    }
    return new Text.Sibling(file);
  }

  /// A path below the worktree, as it is written.
  String path(String name) {
    return inside(string(name));
  }

  private String inside(String path) {
    return plain(path)
        .orElseThrow(() -> fault("'%s' is not a plain relative path".formatted(path)));
  }

  /// The path, if it can only lead to something below the folder it is resolved in.
  static Optional<String> plain(String path) {
    var parts = List.of(path.split("/", -1));
    var leads =
        parts.stream().noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    return leads && path.indexOf('\0') < 0 ? Optional.of(path) : Optional.empty();
  }

  Optional<String> maybeMode(String name) {
    var mode = maybeString(name);
    mode.ifPresent(digits -> {
      if (!MODE.matcher(digits).matches()) {
        throw fault("'%s' is not a mode such as \"755\"".formatted(digits));
      }
    });
    return mode;
  }

  Optional<Boolean> maybeFlag(String name) {
    return maybeTree(name)
        .map(value -> of(value.isBoolean(), name, "true or false", value).booleanValue());
  }

  int whole(String name, int least) {
    return maybeWhole(name, least).orElseThrow(() -> fault("the field '" + name + "' is missing"));
  }

  Optional<Integer> maybeWhole(String name, int least) {
    return maybeTree(name)
        .map(value ->
            of(
                    value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least,
                    name,
                    "a whole number from " + least,
                    value)
                .intValue());
  }

  Optional<BigDecimal> maybeMoney(String name) {
    return maybeTree(name)
        .map(value ->
            of(value.isNumber() && value.decimalValue().signum() >= 0, name, "an amount", value)
                .decimalValue());
  }

  Duration duration(String name) {
    return maybeDuration(name).orElseThrow(() -> fault("the field '" + name + "' is missing"));
  }

  Optional<Duration> maybeDuration(String name) {
    return maybeString(name).map(words -> duration(name, words));
  }

  private Duration duration(String name, String words) {
    var parts = DURATION.matcher(words);
    if (!parts.matches()) {
      throw fault("'%s' of '%s' is not a time such as 500ms, 1.5s or 2m".formatted(words, name));
    }
    var unit =
        switch (parts.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case String _ -> 60_000;
        };
    return Duration.ofMillis(
        new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
  }

  List<String> strings(String name) {
    var list = tree(name);
    of(list.isArray() && !list.isEmpty(), name, "a list of texts", list);
    var strings = new ArrayList<String>();
    for (var element : list) {
      of(element.isTextual(), name, "a list of texts", element);
      strings.add(element.textValue());
    }
    return strings;
  }

  private void mustBeMapping() {
    if (!mapping.isObject()) {
      throw fault("expects a mapping, not " + kind(mapping));
    }
  }

  private JsonNode of(boolean fits, String name, String wanted, JsonNode value) {
    if (!fits) {
      throw fault("'%s' must be %s, not %s".formatted(name, wanted, kind(value)));
    }
    return value;
  }

  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case NULL, MISSING -> "nothing";
      case STRING, NUMBER, BOOLEAN, BINARY, POJO -> "'" + value.asText() + "'";
    };
  }
}

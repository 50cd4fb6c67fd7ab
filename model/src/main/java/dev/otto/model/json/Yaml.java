package dev.otto.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// YAML as people write settings: words, lists, and keys with values, each with its line. A word is
/// what stands there, so `off` is not turned into something else.
public sealed interface Yaml {
  /// Where it stands, or its key.
  int line();

  /// `null`, or nothing at all.
  record Nothing(int line) implements Yaml {}

  record Text(String text, int line) implements Yaml {}

  record Items(List<Yaml> all, int line) implements Yaml {
    public Items {
      all = List.copyOf(all);
    }
  }

  /// Keys with values, in the order of the text.
  record Entries(Map<String, Yaml> all, int line) implements Yaml {
    public Entries {
      all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }
  }

  /// A text that is not such YAML, and why in a phrase.
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }

    public String why() {
      return String.valueOf(getMessage());
    }
  }

  static Yaml read(String text) throws Unreadable {
    try (var reading = new Reading(text)) {
      return reading.document();
    } catch (JsonProcessingException broken) {
      throw new Unreadable(why(broken));
    } catch (IOException broken) {
      throw new Unreadable("it is no YAML");
    }
  }

  private static String why(JsonProcessingException broken) {
    var words = broken.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
    var place = broken.getLocation();
    return place == null || place.getLineNr() < 1
        ? words
        : "line %d: %s".formatted(place.getLineNr(), words);
  }

  /// A text on its way to a tree.
  final class Reading implements AutoCloseable {
    private static final YAMLFactory FACTORY =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final YAMLParser parser;

    private Reading(String text) throws IOException {
      parser = FACTORY.createParser(text);
    }

    private Yaml document() throws IOException, Unreadable {
      if (parser.nextToken() == null) {
        return new Nothing(1);
      }
      var whole = value(line());
      if (parser.nextToken() != null) {
        throw new Unreadable("it holds more than one document");
      }
      return whole;
    }

    private Yaml value(int line) throws IOException, Unreadable {
      if (parser.isCurrentAlias()) {
        throw new Unreadable("line %d: `*` refers to another place".formatted(line));
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> entries(line);
        case START_ARRAY -> items(line);
        case VALUE_NULL -> new Nothing(line);
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
            word(line);
        case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
            throw new Unreadable("line %d: it is no word, list or key".formatted(line));
      };
    }

    private Yaml word(int line) throws IOException {
      var text = parser.getText();
      return text.isBlank() ? new Nothing(line) : new Text(text, line);
    }

    private Entries entries(int line) throws IOException, Unreadable {
      var all = new LinkedHashMap<String, Yaml>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var key = parser.currentName();
        var keyLine = line();
        parser.nextToken();
        all.put(key, value(keyLine));
      }
      return new Entries(all, line);
    }

    private Items items(int line) throws IOException, Unreadable {
      var all = new ArrayList<Yaml>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        all.add(value(line()));
      }
      return new Items(all, line);
    }

    private int line() {
      return parser.currentTokenLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }
}

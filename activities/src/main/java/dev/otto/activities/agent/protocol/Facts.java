package dev.otto.activities.agent.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value that somebody else wrote, asked for no more than is needed: what is missing, or of
/// another type than expected, is simply not there.
public record Facts(JsonNode json) {
  /// Greater numbers are nonsense, and adding them up could cost memory without end.
  private static final long MOST = 1_000_000_000_000L;

  private static final int MOST_DIGITS = 24;

  /// Those of one line.
  ///
  /// @throws IOException if it is no JSON
  public static Facts of(String line) throws IOException {
    return new Facts(Tree.parse(line));
  }

  /// The value below that name, which may be nothing.
  public Facts at(String name) {
    var value = json.get(name);
    return new Facts(value == null ? MissingNode.getInstance() : value);
  }

  public boolean present() {
    return !json.isMissingNode() && !json.isNull();
  }

  public Optional<String> text(String name) {
    return Optional.of(at(name).json).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /// The text below that name, or none.
  public String words(String name) {
    return text(name).orElse("");
  }

  public boolean is(String name) {
    return at(name).json.booleanValue();
  }

  /// A number that is not negative, without what stands behind its point.
  public Optional<Long> whole(String name) {
    return number(name).map(BigDecimal::longValue);
  }

  /// A number of things; what is not told is none.
  public long count(String name) {
    return whole(name).orElse(0L);
  }

  /// A number as it stands there.
  public Optional<BigDecimal> number(String name) {
    return Optional.of(at(name).json)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(Facts::sane);
  }

  public List<Facts> list(String name) {
    var all = new ArrayList<Facts>();
    at(name).json.elements().forEachRemaining(one -> all.add(new Facts(one)));
    return List.copyOf(all);
  }

  /// The fields of an object, by name.
  public Map<String, Facts> fields() {
    var all = new LinkedHashMap<String, Facts>();
    json.properties().forEach(field -> all.put(field.getKey(), new Facts(field.getValue())));
    return all;
  }

  /// The value itself, if it is there.
  public Optional<JsonNode> tree(String name) {
    return Optional.of(at(name)).filter(Facts::present).map(Facts::json);
  }

  private static boolean sane(BigDecimal number) {
    return number.signum() >= 0
        && number.compareTo(BigDecimal.valueOf(MOST)) <= 0
        && number.scale() <= MOST_DIGITS;
  }
}

package dev.otto.model.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Json;
import dev.otto.model.json.Violation;
import java.util.List;
import java.util.Set;

/// The text of a spec with one thing changed in it.
record Draft(String text) {
  private static final SpecReader READER =
      new SpecReader(Set.of(CheckKind.COMMAND, CheckKind.HTTP, CheckKind.FILES));

  /// A valid spec in which every kind of part occurs.
  static Draft whole() {
    return of(SampleSpec.whole());
  }

  static Draft of(Spec spec) {
    return new Draft(spec.canonical());
  }

  /// The draft with this JSON at the place; an element after the last one is added.
  Draft with(String place, String json) {
    var document = parsed(text);
    var at = JsonPointer.compile(place);
    var last = at.last();
    switch (document.at(at.head())) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), parsed(json));
      case ArrayNode list when last.getMatchingIndex() == list.size() -> list.add(parsed(json));
      case ArrayNode list -> list.set(last.getMatchingIndex(), parsed(json));
      default -> throw new IllegalArgumentException("there is no place " + place);
    }
    return new Draft(Json.text(document));
  }

  Draft without(String place) {
    var document = parsed(text);
    var at = JsonPointer.compile(place);
    ((ObjectNode) document.at(at.head())).remove(at.last().getMatchingProperty());
    return new Draft(Json.text(document));
  }

  /// The spec in it, which must be valid.
  Spec accepted() {
    return switch (READER.read(text)) {
      case SpecReader.Reading.Accepted(var spec) -> spec;
      case SpecReader.Reading.Refused(var violations) ->
          throw new AssertionError("refused: " + violations);
    };
  }

  /// What is wrong with it; nothing if it is accepted.
  List<Violation> violations() {
    return switch (READER.read(text)) {
      case SpecReader.Reading.Accepted _ -> List.of();
      case SpecReader.Reading.Refused(var violations) -> violations;
    };
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.own().readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(json, unreadable);
    }
  }
}

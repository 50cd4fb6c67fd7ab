package dev.otto.api.json;

import dev.otto.api.problem.Problems;
import dev.otto.model.json.Violation;
import java.util.List;

/// Why a body is not taken.
public sealed interface BodyRefusal extends Problems.Located {
  record Malformed(Violation violation) implements BodyRefusal {}

  record Broken(List<Violation> violations) implements BodyRefusal {
    public Broken {
      violations = List.copyOf(violations);
    }
  }

  static BodyRefusal notUtf8() {
    return new Malformed(new Violation("", "it is not UTF-8."));
  }

  @Override
  default List<Violation> violations() {
    return switch (this) {
      case Malformed(var violation) -> List.of(violation);
      case Broken(var violations) -> violations;
    };
  }

  @Override
  default String code() {
    return switch (this) {
      case Malformed _ -> "malformed-json";
      case Broken _ -> "invalid-request";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Malformed(var violation) ->
          "The request is not JSON: %s".formatted(violation.sentence());
      case Broken(var violations) when violations.size() == 1 ->
          "The request is not valid at %s.".formatted(violations.getFirst());
      case Broken(var violations) ->
          "The request is not valid in %d places, first at %s."
              .formatted(violations.size(), violations.getFirst());
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Malformed _ -> "Send one JSON object.";
      case Broken _ -> "Correct it and send it again; nothing was changed.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}

package dev.otto.api.run;

import dev.otto.api.problem.Problems;
import dev.otto.model.json.Violation;
import java.util.List;

/// The spec that a person wrote breaks the rules, in these places of what was sent.
record BrokenSpec(List<Violation> violations) implements Problems.Located {
  static final String PLACE = "/spec";

  BrokenSpec {
    violations = List.copyOf(violations);
  }

  @Override
  public String code() {
    return "invalid-spec";
  }

  @Override
  public String sentence() {
    var first = violations.getFirst();
    var place = first.pointer().substring(PLACE.length());
    return "The spec breaks %s: %s%s"
        .formatted(
            violations.size() == 1
                ? "a rule"
                : "the rules in %d places, first".formatted(violations.size()),
            place.isEmpty() ? "" : "at %s, ".formatted(place),
            first.sentence().endsWith(".") ? first.sentence() : first.sentence() + ".");
  }

  @Override
  public String nextStep() {
    return "Correct it; `otto schema spec` shows its form.";
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}

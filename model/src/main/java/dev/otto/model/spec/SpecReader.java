package dev.otto.model.spec;

import dev.otto.model.check.CheckKind;
import dev.otto.model.json.JsonSchema;
import dev.otto.model.json.Strict;
import dev.otto.model.json.Violation;
import java.util.List;
import java.util.Set;

/// Reads a spec from text, strictly: a fault is a violation with a place and a sentence, never a
/// warning.
public final class SpecReader {
  private static final JsonSchema SCHEMA = JsonSchema.named("spec");

  private final Set<CheckKind> provable;

  /// A reader for a host that can prove these kinds of checks.
  public SpecReader(Set<CheckKind> provable) {
    this.provable = Set.copyOf(provable);
  }

  /// The JSON Schema (2020-12) of the spec, as text.
  public static String schema() {
    return SCHEMA.text();
  }

  /// What reading came to.
  public sealed interface Reading {
    record Accepted(Spec spec) implements Reading {}

    record Refused(List<Violation> violations) implements Reading {
      public Refused {
        violations = List.copyOf(violations);
      }
    }
  }

  public Reading read(String text) {
    return switch (SCHEMA.read(text, Spec.class)) {
      case Strict.Unfit(var violations) -> new Reading.Refused(violations);
      case Strict.Fit(var spec) -> ruled(spec);
    };
  }

  private Reading ruled(Spec spec) {
    var broken = SpecRules.violations(spec, provable);
    return broken.isEmpty() ? new Reading.Accepted(spec) : new Reading.Refused(broken);
  }
}

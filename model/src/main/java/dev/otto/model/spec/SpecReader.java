package dev.otto.model.spec;

import dev.otto.model.check.CheckKind;
import dev.otto.model.json.JsonSchema;
import dev.otto.model.json.Strict;
import dev.otto.model.json.Violation;
import dev.otto.model.settings.ProjectKind;
import java.util.List;
import java.util.Optional;
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

  /// Reads a spec that must describe this sort of product, if a person asked for one.
  public Reading read(String text, Optional<ProjectKind> asked) {
    return switch (read(text)) {
      case Reading.Accepted(var spec) when otherwise(spec, asked) ->
          new Reading.Refused(List.of(otherKind(spec, asked.orElseThrow())));
      case Reading reading -> reading;
    };
  }

  private static boolean otherwise(Spec spec, Optional<ProjectKind> asked) {
    return asked.filter(kind -> !kind.word().equals(spec.structure().word())).isPresent();
  }

  private static Violation otherKind(Spec spec, ProjectKind asked) {
    return new Violation(
        "/structure/kind",
        "'%s' must be '%s', as was asked for".formatted(spec.structure().word(), asked.word()));
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

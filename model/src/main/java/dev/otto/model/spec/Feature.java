package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import dev.otto.model.FeatureId;
import java.util.List;

/// A unit of value of the product; its done criteria are its clauses.
public record Feature(FeatureId id, String title, List<Clause> clauses) {
  public Feature {
    requireNonNull(id);
    requireNonNull(title);
    clauses = List.copyOf(clauses);
  }
}

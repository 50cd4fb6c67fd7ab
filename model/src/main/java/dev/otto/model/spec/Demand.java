package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A piece of the intent, in its own words, and what became of it: clause ids, `non-goal` or
/// `question`. Empty = uncovered.
public record Demand(String words, List<String> becomes) {
  /// What a demand may become instead of a clause.
  static final List<String> FATES = List.of("non-goal", "question");

  public Demand {
    requireNonNull(words);
    becomes = becomes == null ? List.of() : List.copyOf(becomes);
  }
}

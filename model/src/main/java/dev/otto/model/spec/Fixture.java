package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Sample data for the audit: a command of the project that runs on the merged product before it is
/// started.
public record Fixture(String id, List<String> argv) {
  public Fixture {
    requireNonNull(id);
    argv = List.copyOf(argv);
  }
}

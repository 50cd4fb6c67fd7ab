package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// How the product is started: a command that serves on the port that Otto gives it in `PORT`.
public record Start(List<String> argv, Ready ready) {
  public Start {
    requireNonNull(ready);
    argv = List.copyOf(argv);
  }

  /// When the product counts as started: a GET of the path answers below 500 within so many
  /// seconds.
  public record Ready(String path, int seconds) {
    public Ready {
      requireNonNull(path);
      if (seconds < 1) {
        throw new IllegalArgumentException("a product needs at least 1 second to start");
      }
    }
  }
}

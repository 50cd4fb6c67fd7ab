package dev.otto.model.project;

import dev.otto.model.Digest;
import dev.otto.model.json.Body;

/// That a person allows what the repository in this folder brings along, as they looked at it.
public record TrustRequest(String folder, Digest digest) implements Body {
  /// That nothing is allowed any more.
  public record Withdrawal(String folder) implements Body {}
}

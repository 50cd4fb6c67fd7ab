package dev.otto.cli.proof;

import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.util.Optional;

/// What the verification of a packet came to.
///
/// @param broken the first thing that does not hold
/// @param anchor what the packet was compared with
record Verified(Path folder, Optional<String> broken, String anchor) {
  boolean holds() {
    return broken.isEmpty();
  }

  String sentence() {
    return broken
        .map(item -> "Does not hold: %s, in %s.".formatted(item, folder))
        .orElseGet(() -> "Holds: everything in %s was recomputed.".formatted(folder));
  }

  String json() {
    return Json.own()
        .createObjectNode()
        .put("holds", holds())
        .put("broken", broken.orElse(null))
        .put("anchor", anchor)
        .put("folder", folder.toString())
        .toString();
  }
}

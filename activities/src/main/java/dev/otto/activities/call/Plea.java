package dev.otto.activities.call;

import dev.otto.activities.agent.ErrorKind;

/// What a person is told when a call cannot be made without them: which provider it is, what it
/// said, and what to do, in one sentence.
final class Plea {
  private static final int SHOWN = 300;

  private Plea() {}

  static String of(String provider, ErrorKind kind, String said) {
    return "%s %s".formatted(provider, sentence(kind).formatted(quoted(said)));
  }

  private static String sentence(ErrorKind kind) {
    return switch (kind) {
      case AUTH ->
          "does not accept the account (%s): put its key or login right, restart Otto with `otto down`, then resume the run";
      case QUOTA ->
          "has no credit left for the account (%s): see to its credit, then resume the run";
      case MODEL_NOT_FOUND ->
          "does not have the model that it was asked for (%s): name another model, restart Otto with `otto down`, then resume the run";
      case CONFIG,
          RATE_LIMIT,
          USAGE_WINDOW,
          OVERLOADED,
          SERVER,
          NETWORK,
          CONTEXT_TOO_LONG,
          LIMIT,
          SCHEMA,
          GAVE_UP ->
          "cannot do it as it was asked (%s): put that right, then resume the run";
    };
  }

  /// What was said, as one line within a sentence.
  static String quoted(String said) {
    var line = said.strip().replaceAll("\\s+", " ");
    var shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    return "\"%s\"".formatted(shown);
  }
}

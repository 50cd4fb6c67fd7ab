package dev.otto.cli.run;

import dev.otto.model.RunId;

/// What is said in the same words wherever a run is followed.
final class Sentences {
  static final String AWAY = "The connection to the server is lost; trying again.";
  static final String BACK = "The connection is back.";

  private Sentences() {}

  /// After Ctrl-C: what goes on, and how to get back to it.
  static String detached(RunId run) {
    return "Run %s goes on. Follow it again: otto watch %s, end it: otto abort %s"
        .formatted(run, run, run);
  }
}

package dev.otto.cli.run;

import dev.otto.cli.shell.Plain;
import dev.otto.model.RunId;
import dev.otto.model.settings.AgentLayers;
import dev.otto.model.settings.Agents;
import java.util.Optional;

/// What is said in the same words wherever a run is followed.
final class Sentences {
  static final String AWAY = "The connection to the server is lost; trying again.";
  static final String BACK = "The connection is back.";

  private Sentences() {}

  /// Who thinks, where nobody said so with the run.
  static Optional<String> agents(Agents agents) {
    return Optional.of(agents.reasons())
        .filter(why -> !why.equals(AgentLayers.ASKED))
        .map(why -> "Uses %s: %s.".formatted(Plain.line(agents.words()), why));
  }

  /// After Ctrl-C: what goes on, and how to get back to it.
  static String detached(RunId run) {
    return "Run %s goes on. Follow it again: otto watch %s, end it: otto abort %s"
        .formatted(run, run, run);
  }
}

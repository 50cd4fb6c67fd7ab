package dev.otto.activities.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How Otto speaks with one provider. Pure: it starts nothing, reads no clock and touches no file.
public interface AgentAdapter {
  /// The provider's name, such as `scripted`.
  String provider();

  /// How the program is started for this call.
  AgentLaunch launch(AgentRequest request);

  /// What a line of its stdout says: never throws; what it does not know is a warning.
  List<AgentEvent> parse(String line);

  /// Where below its home the program keeps its conversations, as files that carry their names; one
  /// that keeps none cannot continue any.
  default Optional<Path> memories(Path home) {
    return Optional.empty();
  }

  /// Whether the program says only at its end what it used, so that of a call which came to no end
  /// nobody knows what it cost.
  default boolean tellsUsageAtTheEnd() {
    return true;
  }

  /// Whether the program itself ends a call after so many turns of its model.
  default boolean boundsTurns() {
    return true;
  }

  /// Where below its home the program looks for a login that is kept in a file.
  default Optional<Path> login(Path home) {
    return Optional.empty();
  }

  /// What a person types to continue that conversation, which is kept in that file, with a login of
  /// their own.
  default Optional<String> byHand(Path home, String conversation, Path memory) {
    return Optional.empty();
  }

  /// How the call ended.
  default AgentOutcome conclude(AgentRequest request, AgentEnd end, AgentTrace trace) {
    return AgentOutcome.of(end, trace, request.answer());
  }
}

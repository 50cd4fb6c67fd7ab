package dev.otto.activities.agent;

import java.util.List;

/// How Otto speaks with one provider. Pure: it starts nothing, reads no clock and touches no file.
public interface AgentAdapter {
  /// The provider's name, such as `scripted`.
  String provider();

  /// How the program is started for this call.
  AgentLaunch launch(AgentRequest request);

  /// What a line of its stdout says: never throws; what it does not know is a warning.
  List<AgentEvent> parse(String line);

  /// How the call ended.
  default AgentOutcome conclude(AgentRequest request, AgentEnd end, AgentTrace trace) {
    return AgentOutcome.of(end, trace, request.answer());
  }
}

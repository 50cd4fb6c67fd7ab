package dev.otto.activities.agent.scripted.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent;

/// How a call comes to its end.
sealed interface Finale {
  record Success() implements Finale {}

  /// Success with another answer than the recipe's.
  record Answer(JsonNode unfit) implements Finale {}

  record Failure(AgentEvent.Trouble trouble) implements Finale {}

  record Exit(int code, boolean withoutFinish) implements Finale {}
}

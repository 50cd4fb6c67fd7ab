package dev.otto.activities.agent;

import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.model.call.Usage;
import java.util.List;
import java.util.Optional;

/// What must be remembered of a call's events to say how it ended; it does not grow with their
/// number.
public record AgentTrace(
    Optional<String> conversation,
    Optional<Trouble> trouble,
    Optional<Finished> finished,
    boolean spokeAfterwards,
    Usage used) {
  private static final int ONE_CALL = 1;

  /// Of a call that has reported nothing yet.
  public static final AgentTrace EMPTY =
      new AgentTrace(Optional.empty(), Optional.empty(), Optional.empty(), false, Usage.NONE);

  public static AgentTrace of(List<AgentEvent> events) {
    var trace = EMPTY;
    for (var event : events) {
      trace = trace.after(event);
    }
    return trace;
  }

  /// The trace with one more event.
  public AgentTrace after(AgentEvent event) {
    var late = spokeAfterwards || (finished.isPresent() && !(event instanceof Warning));
    return switch (event) {
      case Started started ->
          new AgentTrace(Optional.of(started.conversation()), trouble, finished, late, used);
      case Trouble news -> new AgentTrace(conversation, Optional.of(news), finished, late, used);
      case Finished end -> new AgentTrace(conversation, trouble, Optional.of(end), late, used);
      case AgentEvent.Usage more ->
          new AgentTrace(conversation, trouble, finished, late, used(more));
      case AgentEvent.Message _,
          AgentEvent.Reasoning _,
          AgentEvent.ToolCall _,
          AgentEvent.ToolResult _,
          AgentEvent.RateLimit _,
          Warning _ ->
          new AgentTrace(conversation, trouble, finished, late, used);
    };
  }

  private Usage used(AgentEvent.Usage more) {
    var sum =
        used.plus(new Usage(ONE_CALL, more.input(), more.cached(), more.output(), more.costUsd()));
    return new Usage(
        ONE_CALL, sum.inputTokens(), sum.cachedTokens(), sum.outputTokens(), sum.usd());
  }
}

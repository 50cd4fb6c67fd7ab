package dev.otto.activities.call;

import dev.otto.activities.agent.AgentOutcome;
import dev.otto.model.Contents;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Usage;
import dev.otto.model.json.Json;
import java.time.Duration;

/// What the run is told of a call to this provider that has ended.
record Conclusion(String provider, Contents contents) {
  CallEvent of(CallOrder order, AgentOutcome outcome, Usage used) {
    return switch (outcome) {
      case AgentOutcome.Succeeded(_, var structured) ->
          new CallEvent.Answered(
              order,
              new Answer.Done(structured.map(answer -> contents.keep(Json.text(answer)))),
              used);
      case AgentOutcome.Failed(var kind, var sentence) when kind.needsPerson() ->
          new CallEvent.NeedsPerson(order, kind.word(), Plea.of(provider, kind, sentence), used);
      case AgentOutcome.Failed(var kind, var sentence) ->
          new CallEvent.Answered(order, new Answer.Failed(kind.word(), sentence), used);
      case AgentOutcome.Lost(var loss, _, var wait) ->
          new CallEvent.Lost(order, loss, used, wait.map(Duration::toSeconds));
    };
  }
}

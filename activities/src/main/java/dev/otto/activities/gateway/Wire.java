package dev.otto.activities.gateway;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.HttpStatus;
import dev.otto.model.call.Usage;
import java.time.Duration;
import java.util.Optional;

/// What passed between an agent and its model in one call: how often it asked, what the service
/// says that it used, and how the service refused, if the last answer was a refusal.
public record Wire(
    int requests, int counted, long input, long cached, long output, Optional<Refused> refused) {
  static final Wire SILENT = new Wire(0, 0, 0, 0, 0, Optional.empty());

  /// A refusal of the service: its status, and when it wants to be asked again.
  public record Refused(int status, Optional<Duration> retryAfter) {}

  Wire asked() {
    return new Wire(requests + 1, counted, input, cached, output, Optional.empty());
  }

  Wire refused(Refused refusal) {
    return new Wire(requests, counted, input, cached, output, Optional.of(refusal));
  }

  Wire used(Tokens tokens) {
    return new Wire(
        requests,
        counted + 1,
        input + tokens.input(),
        cached + tokens.cached(),
        output + tokens.output(),
        refused);
  }

  /// The trace of the call with what the wire knows better: the tokens, of a call that was cut
  /// short too, and how the service refused. What it costs only the agent's provider says.
  public AgentTrace completing(AgentTrace trace) {
    var used =
        told() ? trace.using(new Usage(1, input, cached, output, trace.used().usd())) : trace;
    var failed = trace.finished().filter(end -> !end.succeeded()).isPresent();
    return failed && refused.isPresent()
        ? used.troubled(Optional.of(trouble(trace, refused.get())))
        : used;
  }

  private static Trouble trouble(AgentTrace trace, Refused refusal) {
    var plain = HttpStatus.kind(refusal.status());
    var told = trace.trouble();
    return new Trouble(
        told.map(Trouble::kind).filter(kind -> kind != ErrorKind.CONFIG).orElse(plain),
        Optional.of(refusal.status()),
        told.flatMap(Trouble::retryAfter).or(refusal::retryAfter),
        told.map(Trouble::sentence)
            .orElse("The model's service refused with status %d.".formatted(refusal.status())));
  }

  /// Whether the service said at least once what was used.
  public boolean told() {
    return counted > 0;
  }
}

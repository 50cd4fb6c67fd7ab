package dev.otto.activities.gateway;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.HttpStatus;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Price;
import java.time.Duration;
import java.util.Optional;

/// What passed between an agent and its model in one call: how often it asked, how often a model
/// thought, what the service says that it used, and how it refused, if the last answer was a
/// refusal.
///
/// @param thoughts answers of a model, told to the end or not
/// @param counted those of which the service said what they used
public record Wire(
    int requests,
    int thoughts,
    int counted,
    long input,
    long cached,
    long output,
    Optional<Refused> refused) {
  static final Wire SILENT = new Wire(0, 0, 0, 0, 0, 0, Optional.empty());

  /// A refusal of the service: its status, and when it wants to be asked again; or of Otto, which
  /// lets a model take only so many turns in one call.
  public record Refused(int status, Optional<Duration> retryAfter, Optional<Integer> turns) {
    /// Of the service.
    public Refused(int status, Optional<Duration> retryAfter) {
      this(status, retryAfter, Optional.empty());
    }

    static Refused ofTurns(int most) {
      return new Refused(400, Optional.empty(), Optional.of(most));
    }
  }

  Wire asked() {
    return new Wire(requests + 1, thoughts, counted, input, cached, output, Optional.empty());
  }

  Wire thinking() {
    return new Wire(requests, thoughts + 1, counted, input, cached, output, refused);
  }

  Wire refused(Refused refusal) {
    return new Wire(requests, thoughts, counted, input, cached, output, Optional.of(refusal));
  }

  Wire used(Tokens tokens) {
    return new Wire(
        requests,
        thoughts,
        counted + 1,
        input + tokens.input(),
        cached + tokens.cached(),
        output + tokens.output(),
        refused);
  }

  /// The trace of the call with what the wire knows better: the tokens, of a call that was cut
  /// short too, and how the service refused. What it costs the agent's provider says, or the price
  /// that is known of its model.
  public AgentTrace completing(AgentTrace trace, Optional<Price> price) {
    var used = using(trace, price);
    var failed = trace.finished().filter(end -> !end.succeeded()).isPresent();
    return failed && refused.isPresent()
        ? used.troubled(Optional.of(trouble(trace, refused.get())))
        : used;
  }

  /// The same of a model without a price.
  public AgentTrace completing(AgentTrace trace) {
    return completing(trace, Optional.empty());
  }

  /// A model that thought and did not come to say what that used may have used anything.
  private AgentTrace using(AgentTrace trace, Optional<Price> price) {
    var known =
        told() ? trace.using(new Usage(1, input, cached, output, trace.used().usd())) : trace;
    if (thoughts > counted) {
      return trace.finished().isEmpty() ? known.ofUnknownCost() : known;
    }
    return known.priced(price);
  }

  private static Trouble trouble(AgentTrace trace, Refused refusal) {
    return refusal.turns().map(Wire::limit).orElseGet(() -> ofService(trace, refusal));
  }

  private static Trouble limit(int turns) {
    return new Trouble(
        ErrorKind.LIMIT,
        Optional.empty(),
        Optional.empty(),
        "The model took %d turns, which is the most for one call.".formatted(turns));
  }

  private static Trouble ofService(AgentTrace trace, Refused refusal) {
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

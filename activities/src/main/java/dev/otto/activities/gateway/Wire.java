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

  /// A refusal of the service: its status, and when it wants to be asked again; or Otto's own.
  public record Refused(int status, Optional<Duration> retryAfter, Optional<Own> own) {
    /// Of the service.
    public Refused(int status, Optional<Duration> retryAfter) {
      this(status, retryAfter, Optional.empty());
    }

    static Refused by(Own why) {
      return new Refused(Own.STATUS, Optional.empty(), Optional.of(why));
    }
  }

  /// Why Otto itself does not pass a question on.
  public sealed interface Own {
    /// "Payment required": neither program asks again by itself. After a plain 400, Claude Code
    /// tries six times, each time without something that it believes to be refused.
    int STATUS = 402;

    /// A model may take only so many turns in one call.
    record Turns(int most) implements Own {}

    /// What the call may use of its run's budget is used up.
    record Share() implements Own {}

    /// The code of the answer.
    default String code() {
      return switch (this) {
        case Turns _ -> "turn_limit";
        case Share _ -> "budget_used_up";
      };
    }

    /// What the agent reads.
    default String words() {
      return switch (this) {
        case Turns _ -> "The turns of this call are used up.";
        case Share _ -> "The share of this call in the budget is used up.";
      };
    }

    /// What people read.
    default String sentence() {
      return switch (this) {
        case Turns(var most) ->
            "The model took %d turns, which is the most for one call.".formatted(most);
        case Share _ -> "The call's share of the budget is used up.";
      };
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
    return refusal.own().map(Wire::limit).orElseGet(() -> ofService(trace, refusal));
  }

  private static Trouble limit(Own why) {
    return new Trouble(ErrorKind.LIMIT, Optional.empty(), Optional.empty(), why.sentence());
  }

  private static Trouble ofService(AgentTrace trace, Refused refusal) {
    var plain = HttpStatus.kind(refusal.status());
    if (refusal.status() == HttpStatus.BAD_GATEWAY) {
      return Trouble.unreached(refusal.retryAfter());
    }
    var told = trace.trouble();
    return new Trouble(
        told.map(Trouble::kind)
            .filter(kind -> kind != ErrorKind.CONFIG && plain != ErrorKind.OVERLOADED)
            .orElse(plain),
        Optional.of(refusal.status()),
        told.flatMap(Trouble::retryAfter).or(refusal::retryAfter),
        told.map(Trouble::sentence)
            .orElse("The model's service refused with status %d.".formatted(refusal.status())));
  }

  /// Whether the last question was refused because the call's share of the budget is used up.
  public boolean outOfShare() {
    return refused.flatMap(Refused::own).filter(Own.Share.class::isInstance).isPresent();
  }

  /// Whether the service said at least once what was used.
  public boolean told() {
    return counted > 0;
  }
}

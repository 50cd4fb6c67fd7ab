package dev.otto.activities.agent;

import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Message;
import dev.otto.activities.agent.AgentEvent.RateLimit;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.Total;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What must be remembered of a call's events to say how it ended, what it used, and how the next
/// one goes on; it does not grow with their number.
///
/// @param said the last message
/// @param account how the account stood when the provider last spoke of it
/// @param total what the conversation had used when the provider last summed it up
public record AgentTrace(
    Optional<String> conversation,
    Optional<String> said,
    Optional<Trouble> trouble,
    Optional<RateLimit> account,
    Optional<Finished> finished,
    boolean spokeAfterwards,
    Usage used,
    Total total) {
  private static final int ONE_CALL = 1;
  private static final Total NOTHING = new Total(0, 0, 0);

  /// Of a call that has reported nothing yet.
  public static final AgentTrace EMPTY = of(Optional.empty(), NOTHING);

  public static AgentTrace of(List<AgentEvent> events) {
    var trace = EMPTY;
    for (var event : events) {
      trace = trace.after(event);
    }
    return trace;
  }

  /// The trace with which a call begins that goes on with a conversation of so much use.
  public static AgentTrace goingOn(String conversation, Total total) {
    return of(Optional.of(conversation), total);
  }

  /// This trace after all that a log of the agent says; a log that is not there says nothing.
  public AgentTrace after(Path log, AgentAdapter adapter) {
    if (!Files.isRegularFile(log)) {
      return this;
    }
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(adapter::parse)
          .flatMap(List::stream)
          .reduce(this, AgentTrace::after, (_, later) -> later);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static AgentTrace of(Optional<String> conversation, Total total) {
    return new AgentTrace(
        conversation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Usage.NONE,
        total);
  }

  /// The trace with which a call begins that continues this one's conversation: what it has used is
  /// not used again.
  public AgentTrace next() {
    return of(conversation, total);
  }

  /// The trace with one more event.
  public AgentTrace after(AgentEvent event) {
    var late = spokeAfterwards || (finished.isPresent() && !(event instanceof Warning));
    var known = late == spokeAfterwards ? this : speakingOn();
    return switch (event) {
      case Started(var name, _) -> known.started(name);
      case Message(var text) -> known.saying(Optional.of(text));
      case Trouble news -> known.troubled(Optional.of(news));
      case RateLimit news -> known.accounted(Optional.of(news));
      case Finished end -> known.finished(Optional.of(end));
      case AgentEvent.Usage more -> known.using(more, total);
      case Total sum -> known.using(since(sum), sum);
      case AgentEvent.Reasoning _, AgentEvent.ToolCall _, AgentEvent.ToolResult _, Warning _ ->
          known;
    };
  }

  /// The same, with another end.
  public AgentTrace finished(Optional<Finished> end) {
    return new AgentTrace(conversation, said, trouble, account, end, spokeAfterwards, used, total);
  }

  /// The same, with another trouble.
  public AgentTrace troubled(Optional<Trouble> news) {
    return new AgentTrace(
        conversation, said, news, account, finished, spokeAfterwards, used, total);
  }

  /// The same, having used this.
  public AgentTrace using(Usage known) {
    return new AgentTrace(
        conversation, said, trouble, account, finished, spokeAfterwards, known, total);
  }

  /// The same, where what it used has this price, if anybody knows one.
  public AgentTrace priced(Optional<Price> price) {
    return price.map(used::priced).map(this::using).orElse(this);
  }

  /// The same, of a call that came to no end and so could not say what it cost.
  public AgentTrace ofUnknownCost() {
    return using(
        new Usage(
            ONE_CALL,
            used.inputTokens(),
            used.cachedTokens(),
            used.outputTokens(),
            Optional.empty()));
  }

  private AgentTrace started(String name) {
    var same = conversation.filter(name::equals).isPresent();
    return new AgentTrace(
        Optional.of(name),
        said,
        trouble,
        account,
        finished,
        spokeAfterwards,
        used,
        same ? total : NOTHING);
  }

  private AgentTrace saying(Optional<String> text) {
    return new AgentTrace(
        conversation, text, trouble, account, finished, spokeAfterwards, used, total);
  }

  private AgentTrace accounted(Optional<RateLimit> news) {
    return new AgentTrace(
        conversation, said, trouble, news, finished, spokeAfterwards, used, total);
  }

  private AgentTrace speakingOn() {
    return new AgentTrace(conversation, said, trouble, account, finished, true, used, total);
  }

  private AgentTrace using(AgentEvent.Usage more, Total sum) {
    return new AgentTrace(
        conversation, said, trouble, account, finished, spokeAfterwards, used(more), sum);
  }

  private AgentEvent.Usage since(Total sum) {
    return new AgentEvent.Usage(
        Math.max(0, sum.input() - total.input()),
        Math.max(0, sum.cached() - total.cached()),
        Math.max(0, sum.output() - total.output()),
        Optional.empty());
  }

  private Usage used(AgentEvent.Usage more) {
    var sum =
        used.plus(new Usage(ONE_CALL, more.input(), more.cached(), more.output(), more.costUsd()));
    return new Usage(
        ONE_CALL, sum.inputTokens(), sum.cachedTokens(), sum.outputTokens(), sum.usd());
  }
}

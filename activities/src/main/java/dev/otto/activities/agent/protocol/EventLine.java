package dev.otto.activities.agent.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Message;
import dev.otto.activities.agent.AgentEvent.RateLimit;
import dev.otto.activities.agent.AgentEvent.Reasoning;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.ToolCall;
import dev.otto.activities.agent.AgentEvent.ToolKind;
import dev.otto.activities.agent.AgentEvent.ToolResult;
import dev.otto.activities.agent.AgentEvent.Total;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentEvent.Usage;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.ErrorKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One event as one line of `otto-agent/1`, written and read. Reading never throws: what cannot be
/// read is a warning.
public final class EventLine {
  /// The name and version of the protocol; the first line of a call carries it.
  public static final String PROTOCOL = "otto-agent/1";

  /// No line of an event is longer; longer ones are not even looked at.
  public static final int LONGEST = 4 * 1024 * 1024;

  private EventLine() {}

  /// The event as a line, without its line end.
  public static String of(AgentEvent event) {
    return Tree.line(
        switch (event) {
          case Started(var conversation, var program) ->
              line("started")
                  .put("protocol", PROTOCOL)
                  .put("conversation", conversation)
                  .put("program", program);
          case Message(var text) -> line("message").put("text", text);
          case Reasoning(var text) -> line("reasoning").put("text", text);
          case ToolCall(var id, var kind, var name, var input) ->
              line("tool-call")
                  .put("id", id)
                  .put("kind", kind.word())
                  .put("name", name)
                  .set("input", input);
          case ToolResult result -> result(result);
          case Usage usage -> usage(usage);
          case Total(var input, var cached, var output) ->
              line("usage-total").put("input", input).put("cached", cached).put("output", output);
          case RateLimit limit -> rateLimit(limit);
          case Trouble trouble -> trouble(trouble);
          case Warning(var sentence) -> line("warning").put("text", sentence);
          case Finished finished -> finished(finished);
        });
  }

  /// What the line says. Fields it does not know are passed over.
  public static AgentEvent read(String line) {
    if (line.length() > LONGEST) {
      return new Warning("A line of %d characters was passed over.".formatted(line.length()));
    }
    try {
      return event(new Fields(Tree.parse(line)));
    } catch (IOException unreadable) {
      return new Warning("A line is not JSON: %s.".formatted(Tree.words(unreadable)));
    } catch (Unfit unfit) {
      return new Warning(String.valueOf(unfit.getMessage()));
    }
  }

  private static AgentEvent event(Fields fields) {
    return switch (fields.text("type")) {
      case "started" -> started(fields);
      case "message" -> new Message(fields.text("text"));
      case "reasoning" -> new Reasoning(fields.text("text"));
      case "tool-call" ->
          new ToolCall(
              fields.text("id"),
              ToolKind.named(fields.text("kind")),
              fields.text("name"),
              fields.tree("input").orElseGet(Tree::object));
      case "tool-result" ->
          new ToolResult(
              fields.text("id"),
              fields.flag("ok"),
              fields.maybeWhole("exit").map(Long::intValue),
              fields.maybeText("output").orElse(""));
      case "usage" ->
          new Usage(
              fields.maybeWhole("input").orElse(0L),
              fields.maybeWhole("cached").orElse(0L),
              fields.maybeWhole("output").orElse(0L),
              fields.maybeDecimal("costUsd"));
      case "usage-total" ->
          new Total(
              fields.maybeWhole("input").orElse(0L),
              fields.maybeWhole("cached").orElse(0L),
              fields.maybeWhole("output").orElse(0L));
      case "rate-limit" ->
          new RateLimit(fields.text("window"), fields.text("status"), fields.moment("resetsAt"));
      case "error" ->
          new Trouble(
              fields.kind("kind"),
              fields.maybeWhole("http").map(Long::intValue),
              fields.maybeWhole("retryAfterSeconds").map(Duration::ofSeconds),
              fields.text("text"));
      case "warning" -> new Warning(fields.text("text"));
      case "finished" ->
          new Finished(
              fields.succeeded("outcome"),
              fields.maybeText("text").orElse(""),
              fields.tree("structured"));
      case String unknown -> new Warning("The event '%s' is not known.".formatted(cut(unknown)));
    };
  }

  private static AgentEvent started(Fields fields) {
    var protocol = fields.text("protocol");
    return protocol.equals(PROTOCOL)
        ? new Started(fields.text("conversation"), fields.maybeText("program").orElse(""))
        : new Warning("The protocol '%s' is not known.".formatted(cut(protocol)));
  }

  private static ObjectNode line(String type) {
    return Tree.object().put("type", type);
  }

  private static ObjectNode result(ToolResult result) {
    var line = line("tool-result").put("id", result.id()).put("ok", result.ok());
    result.exit().ifPresent(exit -> line.put("exit", exit));
    return line.put("output", result.output());
  }

  private static ObjectNode usage(Usage usage) {
    var line =
        line("usage")
            .put("input", usage.input())
            .put("cached", usage.cached())
            .put("output", usage.output());
    usage.costUsd().ifPresent(cost -> line.put("costUsd", cost));
    return line;
  }

  private static ObjectNode rateLimit(RateLimit limit) {
    var line = line("rate-limit").put("window", limit.window()).put("status", limit.status());
    limit.resetsAt().ifPresent(moment -> line.put("resetsAt", moment.toString()));
    return line;
  }

  private static ObjectNode trouble(Trouble trouble) {
    var line = line("error").put("kind", trouble.kind().word());
    trouble.http().ifPresent(status -> line.put("http", status));
    trouble.retryAfter().ifPresent(wait -> line.put("retryAfterSeconds", wait.toSeconds()));
    return line.put("text", trouble.sentence());
  }

  private static ObjectNode finished(Finished finished) {
    var line =
        line("finished")
            .put("outcome", finished.succeeded() ? "succeeded" : "failed")
            .put("text", finished.text());
    finished.structured().ifPresent(answer -> line.set("structured", answer));
    return line;
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /// The fields of one line; a field of the wrong type makes the line unfit.
  private record Fields(JsonNode line) {
    /// Greater numbers are nonsense, and adding them up could cost memory without end.
    private static final long MOST = 1_000_000_000_000L;

    String text(String name) {
      return maybeText(name).orElseThrow(() -> new Unfit(name));
    }

    Optional<String> maybeText(String name) {
      return tree(name).map(value -> required(value.isTextual(), name, value).textValue());
    }

    boolean flag(String name) {
      return tree(name)
          .map(value -> required(value.isBoolean(), name, value).booleanValue())
          .orElseThrow(() -> new Unfit(name));
    }

    Optional<Long> maybeWhole(String name) {
      return tree(name)
          .map(value ->
              required(
                      value.isIntegralNumber()
                          && value.canConvertToLong()
                          && value.longValue() >= 0
                          && value.longValue() <= MOST,
                      name,
                      value)
                  .longValue());
    }

    Optional<BigDecimal> maybeDecimal(String name) {
      return tree(name)
          .map(value ->
              required(value.isNumber() && sane(value.decimalValue()), name, value).decimalValue());
    }

    private static boolean sane(BigDecimal money) {
      return money.signum() >= 0
          && money.compareTo(BigDecimal.valueOf(MOST)) <= 0
          && money.scale() <= 18;
    }

    Optional<Instant> moment(String name) {
      try {
        return maybeText(name).map(Instant::parse);
      } catch (DateTimeException unreadable) {
        throw new Unfit(name);
      }
    }

    ErrorKind kind(String name) {
      return ErrorKind.named(text(name)).orElseThrow(() -> new Unfit(name));
    }

    boolean succeeded(String name) {
      return switch (text(name)) {
        case "succeeded" -> true;
        case "failed" -> false;
        case String _ -> throw new Unfit(name);
      };
    }

    Optional<JsonNode> tree(String name) {
      return Optional.ofNullable(line.get(name)).filter(value -> !value.isNull());
    }

    private static JsonNode required(boolean fits, String name, JsonNode value) {
      if (!fits) {
        throw new Unfit(name);
      }
      return value;
    }
  }

  /// A line whose field is missing or of the wrong type.
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String field) {
      super("A line of the agent has no fit field '%s'.".formatted(field), null, false, false);
    }
  }
}

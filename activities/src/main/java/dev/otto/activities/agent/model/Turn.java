package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a scripted model answers one request: what it does, in this order, and what that uses.
public record Turn(List<Step> steps, Spent spent) {
  public Turn {
    steps = List.copyOf(steps);
  }

  /// One that uses as much as usual.
  public Turn(List<Step> steps) {
    this(steps, Spent.USUAL);
  }

  /// One thing that a model, or the service in front of it, does.
  public sealed interface Step {
    /// The model says something.
    record Says(String text) implements Step {}

    /// The model thinks aloud.
    record Thinks(String text) implements Step {}

    /// The model wants a tool used; one whose input is a text is of the free form. The id is what
    /// the result will be told by.
    record Uses(String tool, JsonNode input, Optional<String> id) implements Step {
      public Uses(String tool, JsonNode input) {
        this(tool, input, Optional.empty());
      }

      /// The same under this id.
      public Uses as(String id) {
        return new Uses(tool, input, Optional.of(id));
      }
    }

    /// The service refuses: no stream, but a status, headers and a body.
    record Refuses(int status, Map<String, String> headers, String body) implements Step {
      public Refuses {
        headers = Map.copyOf(headers);
      }
    }

    /// The service breaks off the stream with an error that it words itself.
    record Errs(String code, String message) implements Step {}

    /// The connection breaks.
    record Breaks() implements Step {}

    /// The stream stays open, and nothing comes any more until the server is closed.
    record Stalls() implements Step {}

    /// Nothing happens for so long.
    record Waits(Duration time) implements Step {}

    /// The model stops because it may say no more.
    record RunsOut() implements Step {}
  }

  public static Turn says(String text) {
    return new Turn(List.of(new Step.Says(text)));
  }

  /// A turn that uses a tool with these arguments.
  public static Turn uses(String tool, JsonNode input) {
    return new Turn(List.of(new Step.Uses(tool, input)));
  }

  /// A turn that uses a tool of the free form.
  public static Turn uses(String tool, String input) {
    return uses(tool, TextNode.valueOf(input));
  }

  public static Turn refuses(int status, Map<String, String> headers, String body) {
    return new Turn(List.of(new Step.Refuses(status, headers, body)));
  }

  public static Turn errs(String code, String message) {
    return new Turn(List.of(new Step.Errs(code, message)));
  }

  public static Turn stalls() {
    return new Turn(List.of(new Step.Stalls()));
  }

  /// The same, ending with this.
  public Turn then(Step last) {
    var all = new ArrayList<>(steps);
    all.add(last);
    return new Turn(all, spent);
  }

  /// The refusal, if the service does not answer at all.
  Optional<Step.Refuses> refusal() {
    return steps.stream()
        .limit(1)
        .filter(Step.Refuses.class::isInstance)
        .map(Step.Refuses.class::cast)
        .findFirst();
  }
}

package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the scripted model answers one request: what it does, in this order.
public record Turn(List<Step> steps) {
  public Turn {
    steps = List.copyOf(steps);
  }

  /// One thing that a model, or the service in front of it, does.
  public sealed interface Step {
    /// The model says something.
    record Says(String text) implements Step {}

    /// The model thinks aloud.
    record Thinks(String text) implements Step {}

    /// The model wants a tool used; one whose input is a text is of the free form.
    record Uses(String tool, JsonNode input) implements Step {}

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
    return new Turn(all);
  }
}

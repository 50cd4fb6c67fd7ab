package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.api.Happened;
import dev.otto.cli.http.EventStream;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;

/// What the stream of a run said.
sealed interface Heard {
  record News(Happened event) implements Heard {}

  /// The stream begins after the event of this id.
  record Hello(long after) implements Heard {}

  /// The stream cannot go on where it was left; it goes on after the event of this id.
  record Resync(long after) implements Heard {}

  record Heartbeat() implements Heard {}

  /// The server cannot tell, and says why. Nothing comes after it.
  record Trouble(Problem problem) implements Heard {}

  /// Nothing more comes.
  record Broken() implements Heard {}

  /// Whether the stream has ended with it.
  default boolean last() {
    return switch (this) {
      case Trouble _, Broken _ -> true;
      case News _, Hello _, Resync _, Heartbeat _ -> false;
    };
  }

  /// What a message says; one that nobody can read breaks the stream.
  static Heard of(EventStream.Message message) {
    try {
      var data = Json.own().readTree(message.data());
      return switch (message.name()) {
        case "hello" -> new Hello(after(data));
        case "resync" -> new Resync(after(data));
        case "heartbeat" -> new Heartbeat();
        case "error" -> new Trouble(Json.own().treeToValue(data, Problem.class));
        default -> new News(Happened.of(data));
      };
    } catch (JsonProcessingException unreadable) {
      return new Broken();
    }
  }

  private static long after(JsonNode data) {
    return data.path("after").longValue();
  }
}

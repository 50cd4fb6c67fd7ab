package dev.otto.activities.agent.protocol;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Warning;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// How a line of JSON that a provider's program printed is read: never with a failure, what is not
/// understood is a warning.
public final class JsonLine {
  private static final int LONGEST = 200;

  private JsonLine() {}

  /// What the line tells, in the words of `told`; nothing if it is blank.
  public static List<AgentEvent> read(String line, Function<Facts, List<AgentEvent>> told) {
    if (line.isBlank()) {
      return List.of();
    }
    try {
      return told.apply(Facts.of(line));
    } catch (IOException unreadable) {
      return odd("A line is not JSON: %s.".formatted(Tree.words(unreadable)));
    }
  }

  /// A warning with this sentence.
  public static List<AgentEvent> odd(String sentence) {
    return List.of(new Warning(sentence));
  }

  /// The beginning of a text that may be long.
  public static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

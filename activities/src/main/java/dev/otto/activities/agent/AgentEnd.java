package dev.otto.activities.agent;

import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How the process of an agent ended, the end of what it wrote to stderr, and when that was, where
/// it matters.
public record AgentEnd(Ending ending, String lastWords, Optional<Instant> at) {
  private static final int SHOWN = 400;

  public AgentEnd(Ending ending, String lastWords) {
    this(ending, lastWords, Optional.empty());
  }

  /// Of a process that ended by itself with this code and without a word.
  public static AgentEnd exited(int code) {
    return new AgentEnd(new Ending.Exited(Exit.of(code)), "");
  }

  /// How long it is from the end to that moment, if it lies ahead.
  Optional<Duration> until(Instant moment) {
    return at.map(end -> Duration.between(end, moment)).filter(Duration::isPositive);
  }

  /// How it left, in words that go into a sentence.
  String words(Exit exit) {
    var how =
        switch (exit) {
          case Exit.Code(var code) -> "ended with exit code " + code;
          case Exit.Signal(var number) -> "was killed by signal " + number;
          case Exit.Stuck() -> "would not end";
        };
    var said = lastWords.strip();
    if (said.isEmpty()) {
      return how;
    }
    var last = said.length() <= SHOWN ? said : "…" + said.substring(said.length() - SHOWN);
    return how + ", and its last words were: " + last;
  }
}

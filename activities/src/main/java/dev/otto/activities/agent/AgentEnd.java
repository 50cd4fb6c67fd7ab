package dev.otto.activities.agent;

import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;

/// How the process of an agent ended, and the end of what it wrote to stderr.
public record AgentEnd(Ending ending, String lastWords) {
  private static final int SHOWN = 400;

  /// Of a process that ended by itself with this code and without a word.
  public static AgentEnd exited(int code) {
    return new AgentEnd(new Ending.Exited(Exit.of(code)), "");
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

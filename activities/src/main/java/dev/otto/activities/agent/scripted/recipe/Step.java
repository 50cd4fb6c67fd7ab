package dev.otto.activities.agent.scripted.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.ErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One thing that a scripted agent does. `docs/recipes.md` says how each is written.
public sealed interface Step {
  /// What the agent says, answers or uses; nothing in the world changes.
  sealed interface Speech extends Step {}

  record Think(Text text) implements Speech {}

  record Say(Text text) implements Speech {}

  /// The structured answer of the call; the last one counts.
  record Output(JsonNode answer) implements Speech {}

  record Usage(long input, long cached, long output, Optional<BigDecimal> costUsd)
      implements Speech {}

  /// A change of files whose result is known before it is made.
  sealed interface Change extends Step {}

  record Write(String file, Text text, Optional<String> mode) implements Change {}

  /// Replaces a text that must be in the file exactly once.
  record Edit(String file, Text find, Text replace) implements Change {}

  /// A diff, read and as it is written.
  record Patch(UnifiedDiff diff, String text) implements Change {}

  record Delete(String file) implements Change {}

  record Rename(String from, String to) implements Change {}

  record Chmod(String file, String mode) implements Change {}

  record Symlink(String file, String target) implements Change {}

  /// What is done with the help of another program, or only looked at; cut off, it is done again.
  sealed interface Act extends Step {}

  record Read(String file) implements Act {}

  record Run(String command, Optional<Integer> expectExit) implements Act {}

  record Git(List<String> arguments) implements Act {}

  /// Tries to write where the agent has no business.
  record WriteOutside(String file, Text text) implements Act {}

  /// Waiting, scaled by the pace of the call; cut off, it begins again.
  sealed interface Pause extends Step {}

  record Sleep(Duration length) implements Pause {}

  /// Waiting before the agent says that it has begun.
  record SlowStart(Duration length) implements Pause {}

  /// What goes wrong. It happens once: a repeated call goes on after it.
  sealed interface Fault extends Step {}

  /// The agent answers that it failed.
  record Fail(
      ErrorKind kind, Optional<Integer> http, Optional<Duration> retryAfter, String sentence)
      implements Fault {}

  /// Silence until somebody ends the process.
  record Hang() implements Fault {}

  record Crash(String signal) implements Fault {}

  record Exit(int code, boolean withoutFinish) implements Fault {}

  /// Success with an answer that no schema accepts.
  record BadSchema() implements Fault {}

  record IgnoreTerm() implements Fault {}

  /// A process that outlives the agent, in a session of its own.
  record Orphan(String command) implements Fault {}

  record GarbageLine(String text) implements Fault {}

  /// A piece of an event without a line end; what follows stands on the same line.
  record HalfLine(String text) implements Fault {}

  record Flood(int lines, int bytes) implements Fault {}

  record InvalidUtf8() implements Fault {}

  record Stderr(String text) implements Fault {}

  /// Every event from here on is written twice.
  record DuplicateEvents() implements Fault {}
}

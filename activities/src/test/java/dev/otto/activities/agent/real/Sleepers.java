package dev.otto.activities.agent.real;

import dev.otto.activities.agent.AgentAdapter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Processes that a tool starts and that nobody would miss: one in a session of its own, one whose
/// parents are gone, and the tool itself, which still runs.
///
/// @param seconds how long they would sleep, by which they are known
record Sleepers(long seconds) {
  static final long ALL = 3;

  static Sleepers fresh() {
    return new Sleepers(ThreadLocalRandom.current().nextLong(1_000_000, 100_000_000));
  }

  /// The command of the tool.
  String command() {
    return "setsid sleep %d > /dev/null 2>&1 & (setsid sh -c 'sleep %d & exit' > /dev/null 2>&1 &); cd . && sleep %d"
        .formatted(seconds, seconds, seconds);
  }

  /// How many of them live.
  long living() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.endsWith("sleep " + seconds))
        .count();
  }

  /// `kill -9` of the agent's program, which is this process or below it.
  static void kill(long pid, AgentAdapter adapter) {
    var cell = ProcessHandle.of(pid).orElseThrow();
    var agent =
        Stream.concat(Stream.of(cell), cell.descendants())
            .filter(process -> runs(process, adapter.provider()))
            .findFirst()
            .orElseThrow();
    agent.destroyForcibly();
  }

  private static boolean runs(ProcessHandle process, String program) {
    return process.info().command().filter(path -> path.endsWith("/" + program)).isPresent();
  }
}

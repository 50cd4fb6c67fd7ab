package dev.otto.cli.server;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why there is no server to ask.
public sealed interface ServerRefusal extends Refusal {
  /// The command line was not started by Otto's launcher.
  record NoProgram() implements ServerRefusal {}

  record NoHome(Path home, String why) implements ServerRefusal {}

  /// The server's process has ended; `last` is what it said last.
  record Ended(String last, Path log) implements ServerRefusal {}

  record TooSlow(long seconds, Path log) implements ServerRefusal {}

  /// It answered, and no longer does.
  record Gone(Path log) implements ServerRefusal {}

  /// It was killed and is still there.
  record Stays(long pid) implements ServerRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NoProgram _ -> "no-server-program";
      case NoHome _ -> "no-home";
      case Ended _ -> "server-ended";
      case TooSlow _ -> "server-too-slow";
      case Gone _ -> "server-gone";
      case Stays _ -> "server-stays";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoProgram _ -> "There is no server, and this program does not know where to find one.";
      case NoHome(var home, var why) -> "%s cannot be Otto's home: %s.".formatted(home, why);
      case Ended(var last, _) ->
          last.isEmpty() ? "The server ended at once." : "The server ended at once: " + last;
      case TooSlow(var seconds, _) -> "The server is not ready after %d s.".formatted(seconds);
      case Gone _ -> "The server has gone and did not come back.";
      case Stays(var pid) ->
          "The server, process %d, was killed and is still there.".formatted(pid);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoProgram _ -> "Start Otto with its launcher, `otto`.";
      case NoHome _ -> "Name another folder with OTTO_HOME.";
      case Ended(_, var log) -> "Its log is %s.".formatted(log);
      case TooSlow(_, var log) -> "Look into its log, %s.".formatted(log);
      case Gone(var log) -> "Start it with `otto up`; its log is %s.".formatted(log);
      case Stays(var pid) -> "See what holds it: `ps -o pid,stat,wchan -p %d`.".formatted(pid);
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNAVAILABLE;
  }
}

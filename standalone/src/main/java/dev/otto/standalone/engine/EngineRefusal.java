package dev.otto.standalone.engine;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why there is no engine to work with.
public sealed interface EngineRefusal extends Refusal {
  /// The server that the user named does not answer.
  record Unreachable(String target) implements EngineRefusal {}

  /// It has holes that later releases have closed.
  record Unsafe(String what, ServerVersion version) implements EngineRefusal {}

  /// The dev server is wanted, and there is no program for it.
  record NoProgram() implements EngineRefusal {}

  /// The program that the user named is not one.
  record NotAProgram(Path path) implements EngineRefusal {}

  /// The program that Otto put into its home is another one now.
  record Changed(Path path) implements EngineRefusal {}

  /// The official release could not be had.
  record NotFetched(String why) implements EngineRefusal {}

  /// It is to be built, and there is nothing to build it with.
  record NoGo() implements EngineRefusal {}

  /// The build failed.
  record NotBuilt(Path log) implements EngineRefusal {}

  /// Somebody else is putting a program there.
  record Installing() implements EngineRefusal {}

  /// Another server works with the dev server of this home.
  record InUse(Path folder) implements EngineRefusal {}

  /// It ended, or said nothing, while it started.
  record DidNotStart(Path log, String lastWords) implements EngineRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Unreachable _ -> "engine-unreachable";
      case Unsafe _ -> "engine-unsafe";
      case NoProgram _ -> "engine-no-program";
      case NotAProgram _ -> "engine-not-a-program";
      case Changed _ -> "engine-program-changed";
      case NotFetched _ -> "engine-not-fetched";
      case NoGo _ -> "engine-no-go";
      case NotBuilt _ -> "engine-not-built";
      case Installing _ -> "engine-installing";
      case InUse _ -> "engine-in-use";
      case DidNotStart _ -> "engine-did-not-start";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Unreachable(var target) -> "No Temporal server answers at %s.".formatted(target);
      case Unsafe(var what, var version) ->
          "%s is Temporal server %s, which has known holes; they are closed in %s."
              .formatted(what, version, ServerVersion.FIXED);
      case NoProgram _ ->
          "The dev server is wanted, but there is no `temporal` program in Otto's home or on the path.";
      case NotAProgram(var path) -> "%s is not a `temporal` program.".formatted(path);
      case Changed(var path) ->
          "%s is not what Otto once put there, so it is not started.".formatted(path);
      case NotFetched(var why) -> "The Temporal server could not be fetched: %s.".formatted(why);
      case NoGo _ -> "To build the Temporal server from source, `go` is needed, and there is none.";
      case NotBuilt(var log) -> "The Temporal server could not be built (%s).".formatted(log);
      case Installing _ -> "Somebody else is just installing an engine into this home.";
      case InUse(var folder) -> "The engine in %s is in use by another server.".formatted(folder);
      case DidNotStart(var log, var lastWords) ->
          "The Temporal dev server did not start: %s (%s).".formatted(lastWords, log);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Unreachable _ -> "Start it, or change `engine` in config.yaml or OTTO_ENGINE.";
      case Unsafe _ -> "Take a newer release.";
      case NoProgram _ -> "Install it with `otto engine install`, or name it with OTTO_TEMPORAL.";
      case Changed _ -> "Put it there anew with `otto engine install`.";
      case NotFetched _ ->
          "Try `otto engine install` when there is a network, or `otto engine install --from-source`.";
      case NoGo _ -> "Install Go 1.26.4 or newer, or fetch the release: `otto engine install`.";
      case NotBuilt(var log) -> "Read %s.".formatted(log);
      case Installing _ -> "Wait for it.";
      case NotAProgram _ -> "Correct `temporal` in config.yaml or OTTO_TEMPORAL.";
      case InUse _ -> "End that server, or name another home with OTTO_HOME.";
      case DidNotStart(var log, var _) ->
          "Read %s, or choose another engine with OTTO_ENGINE.".formatted(log);
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNAVAILABLE;
  }
}

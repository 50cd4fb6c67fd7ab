package dev.otto.standalone.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// All cases of one kind: first the session undisturbed, then every kill, some side by side.
///
/// @param told hears each result as soon as it is known
record Session(
    Path folder, Path crash, int sideBySide, Consumer<String> said, Consumer<Result> told) {
  /// Runs the kills that `drawn` draws from the undisturbed session, each in a scene of its own.
  List<Result> run(Function<Story, List<Kill>> drawn) {
    var base = Scene.in(folder.resolve("base"), crash, Optional.empty());
    var begun = Instant.now();
    var undisturbed = CrashCase.undisturbed(base, EngineUsed.IN_PROCESS);
    said.accept(
        "undisturbed: %s"
            .formatted(Result.seconds(Optional.of(Duration.between(begun, Instant.now())))));
    var kills = drawn.apply(undisturbed.story());
    try (var threads = Executors.newFixedThreadPool(sideBySide)) {
      var results =
          kills.stream()
              .map(kill -> threads.submit(() -> result(undisturbed, base, kill)))
              .toList();
      return results.stream().map(Session::had).toList();
    }
  }

  private Result result(Equivalence.Undisturbed undisturbed, Scene base, Kill kill) {
    var result = tried(undisturbed, base, kill);
    said.accept(result.words());
    told.accept(result);
    return result;
  }

  private Result tried(Equivalence.Undisturbed undisturbed, Scene base, Kill kill) {
    try {
      var name = String.format(Locale.ROOT, "%03d", kill.number());
      var database = Optional.of(base.home().database()).filter(_ -> kill.victim() != Victim.OLDER);
      var scene = Scene.in(folder.resolve(name), crash, database);
      return new CrashCase(scene, kill).against(undisturbed);
    } catch (RuntimeException trouble) {
      return Result.broken(kill, trouble);
    }
  }

  private static Result had(Future<Result> result) {
    try {
      return result.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (java.util.concurrent.ExecutionException broken) {
      throw new IllegalStateException(broken);
    }
  }
}

package dev.otto.standalone.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// `bench/crash` and `bench/upgrade`: kills servers, agents, databases and engines, and says
/// whether the runs cared.
public final class CrashBench {
  private static final long SEED = 20_260;

  private CrashBench() {}

  /// `--seeded` (the usual), `--all` or `--upgrades`; `--seed N`, `--only 3,4`, `--side-by-side N`,
  /// `--table FILE`.
  @SuppressWarnings("SystemOut") // It is a program for people.
  public static void main(String... arguments) throws IOException {
    var words = new ArrayList<>(List.of(arguments));
    var drawn = drawn(words);
    var seed = Long.parseLong(option(words, "--seed", Long.toString(SEED)));
    var only = option(words, "--only", "");
    var sideBySide = Integer.parseInt(option(words, "--side-by-side", "2"));
    var table = option(words, "--table", "");
    var folder = Files.createTempDirectory(Path.of("/tmp"), "otto-crash-").toRealPath();
    var crash = Path.of(option(words, "--recipe", "standalone/src/test/resources/crash"));
    System.out.println("scenes: " + folder);
    if (!EngineUsed.DEV_SERVER.there()) {
      System.out.println("NOT PROVEN: dev server");
    }
    var results =
        new Session(folder, crash.toRealPath(), sideBySide, System.out::println, table(table, seed))
            .run(story ->
                drawn.apply(story, seed).stream().filter(kill -> wanted(only, kill)).toList());
    var broken = results.stream().filter(result -> !result.equivalent()).toList();
    System.out.printf(
        "%d of %d cases are equivalent%n", results.size() - broken.size(), results.size());
    broken.forEach(result -> System.out.println(result.words()));
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static BiFunction<Story, Long, List<Kill>> drawn(List<String> words) {
    if (words.remove("--all")) {
      return Kills::all;
    }
    if (words.remove("--upgrades")) {
      return Kills::upgrades;
    }
    words.remove("--seeded");
    return Kills::seeded;
  }

  /// Writes the table anew with each result, so that a bench which is ended has told what it knew.
  private static Consumer<Result> table(String file, long seed) {
    var results = new TreeMap<Integer, Result>();
    return result -> {
      synchronized (results) {
        results.put(result.kill().number(), result);
        if (!file.isEmpty()) {
          written(Path.of(file), new Table(List.copyOf(results.values()), seed).text());
        }
      }
    };
  }

  private static void written(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static boolean wanted(String only, Kill kill) {
    return only.isEmpty()
        || Arrays.stream(only.split(",", -1))
            .flatMapToInt(CrashBench::numbers)
            .anyMatch(number -> number == kill.number());
  }

  private static IntStream numbers(String range) {
    var ends = range.split("-", -1);
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  private static String option(List<String> words, String name, String usual) {
    var at = words.indexOf(name);
    if (at < 0) {
      return usual;
    }
    words.remove(at);
    return words.remove(at);
  }
}

package dev.otto.activities.process.cell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folders in which this JVM finds programs.
record SearchPath(List<Path> folders) {
  private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

  static SearchPath own() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse(USUAL);
    return new SearchPath(
        Stream.of(path.split(":", -1))
            .filter(entry -> entry.startsWith("/"))
            .map(Path::of)
            .distinct()
            .toList());
  }

  Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The value of `PATH` with those folders alone; the usual one if there are none.
  String of(Predicate<Path> seen) {
    var folders = this.folders.stream().filter(seen).map(Path::toString);
    return Optional.of(folders.collect(Collectors.joining(":")))
        .filter(path -> !path.isEmpty())
        .orElse(USUAL);
  }
}

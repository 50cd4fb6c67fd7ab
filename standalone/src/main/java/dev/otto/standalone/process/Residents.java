package dev.otto.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The processes that work in a folder: what is left of a program whose first process was killed.
public record Residents(Path folder) {
  /// Those of a folder that may be named through links.
  public static Residents of(Path folder) {
    try {
      return new Residents(folder.toRealPath());
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  /// Those that live now.
  public List<OtherProcess> living() {
    try (var processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(path -> path.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .map(name -> OtherProcess.of(Long.parseLong(name)))
          .flatMap(Optional::stream)
          .filter(process -> process.folder().filter(folder::equals).isPresent())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Ends them all at once, and says whether they are gone before the time is over.
  public boolean endedWithin(Duration time) {
    return Waiting.until(
        () -> {
          var living = living();
          living.forEach(OtherProcess::kill);
          return living.isEmpty();
        },
        time);
  }
}

package dev.otto.standalone.run;

import dev.otto.model.settings.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A thing of one part, whose agent takes five minutes for its first try if a story does not say
/// otherwise.
record Part(Path folder) {
  private static final Path FILES = Path.of("src/test/resources/part").toAbsolutePath();
  private static final String RECIPE = "recipe.yaml";
  private static final String SPEC = "spec.json";

  static Part in(Path folder) {
    var part = new Part(folder);
    Repository.of(part.repository(), FILES.resolve("base"));
    part.keep(RECIPE, read(FILES.resolve(RECIPE)));
    part.keep(SPEC, read(FILES.resolve(SPEC)));
    return part;
  }

  /// The same with an agent that is done after so many seconds.
  Part whoseAgentLasts(String seconds) {
    keep(RECIPE, read(folder.resolve(RECIPE)).replace("sleep 300", "sleep " + seconds));
    return this;
  }

  /// The same with a check that takes so many seconds.
  Part whoseCheckLasts(String seconds) {
    keep(SPEC, read(folder.resolve(SPEC)).replace("set -eu", "set -eu\\nsleep " + seconds));
    return this;
  }

  /// The user's repository.
  Path repository() {
    return folder.resolve("thing");
  }

  RunSettings settings() {
    return WholeRunTest.Sample.playing(folder.resolve(RECIPE));
  }

  private void keep(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

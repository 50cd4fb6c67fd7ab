package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the intent of a run comes from: the command line, stdin, a named file, `intent.md`, the
/// title of a given spec, `README.md`.
record Intent(Shell shell, Path folder) {
  private static final int SHORTEST_README = 50;

  /// What was typed as the intent.
  ///
  /// @param literal whether a dash is a dash, and not stdin
  record Words(List<String> all, boolean literal) {}

  /// The intent, verbatim.
  String of(Words words, Optional<String> file, Optional<String> spec) {
    if (!words.all.isEmpty() && file.isPresent()) {
      throw Usage.of("run", "The intent is given twice: in words and by --file.");
    }
    if (words.all.size() > 1) {
      throw Usage.of("run", "The intent has to be one argument: put it in quotes.");
    }
    var intent =
        file.map(shell::resolved)
            .map(Intent::text)
            .or(() ->
                words.all.stream().findFirst().map(word -> words.literal ? word : typed(word)))
            .or(() -> readable("intent.md"))
            .or(() -> spec.flatMap(Intent::title))
            .or(() -> readable("README.md").filter(it -> it.strip().length() >= SHORTEST_README))
            .orElseThrow(this::none);
    return checked(intent);
  }

  private String typed(String word) {
    if (!word.equals("-")) {
      return word;
    }
    try {
      return new String(shell.in().readNBytes(NewRun.LONGEST_INTENT + 1), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw Usage.of("run", "The intent could not be read from stdin.");
    }
  }

  private Optional<String> readable(String name) {
    var file = folder.resolve(name);
    return Files.isReadable(file)
        ? Optional.of(text(file)).filter(it -> !it.isBlank())
        : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw Usage.of("run", "%s cannot be read as a text in UTF-8.".formatted(file));
    }
  }

  private static Optional<String> title(String spec) {
    try {
      var title = Json.own().readTree(spec).path("title").asText("");
      return Optional.of(title).filter(text -> !text.isBlank());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String checked(String intent) {
    if (intent.isBlank()) {
      throw Usage.of("run", "The intent is empty.");
    }
    if (intent.getBytes(StandardCharsets.UTF_8).length > NewRun.LONGEST_INTENT) {
      throw Usage.of("run", "The intent is longer than 64 KiB.");
    }
    return intent;
  }

  private RuntimeException none() {
    return Usage.of(
        "run", "There is no intent: no argument, no intent.md, no README.md of 50 characters.");
  }
}

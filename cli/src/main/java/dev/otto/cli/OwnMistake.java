package dev.otto.cli;

import dev.otto.cli.shell.Plain;
import dev.otto.model.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Something in the command line itself is wrong: nobody asked for it, and nobody can read a stack
/// trace. The trace is kept for whoever mends it.
record OwnMistake(String what, Optional<Path> trace) implements Refusal {
  private static final String FILE = "last-mistake.txt";

  static OwnMistake kept(RuntimeException mistake, Path home) {
    return new OwnMistake(Plain.line(mistake.toString()), written(mistake, home));
  }

  private static Optional<Path> written(RuntimeException mistake, Path home) {
    var text = new StringWriter();
    mistake.printStackTrace(new PrintWriter(text));
    try {
      Files.createDirectories(home.resolve("logs"));
      return Optional.of(Files.writeString(home.resolve("logs").resolve(FILE), text.toString()));
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  @Override
  public String code() {
    return "own-mistake";
  }

  @Override
  public String sentence() {
    return "This is a mistake of Otto's own: %s.".formatted(what);
  }

  @Override
  public String nextStep() {
    return trace
        .map(file -> "Where it happened stands in %s.".formatted(file))
        .orElse("`otto doctor` says how this machine stands.");
  }

  @Override
  public Kind kind() {
    return Kind.UNAVAILABLE;
  }
}

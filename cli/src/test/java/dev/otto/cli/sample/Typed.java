package dev.otto.cli.sample;

import dev.otto.cli.Otto;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A line that is typed in a folder, and what came of it.
public final class Typed {
  private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String in = "";
  private boolean terminal;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int exit = -1;

  private Typed(Path home, Path folder) {
    this.folder = folder;
    environment.put("OTTO_HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
  }

  public static Typed at(Path home) {
    return new Typed(home, home);
  }

  public Typed in(Path place) {
    folder = place;
    return this;
  }

  /// With one more variable in its environment.
  public Typed with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Typed stdin(String text) {
    in = text;
    return this;
  }

  /// On a terminal of 80 columns, without colours.
  public Typed onTerminal() {
    terminal = true;
    return this;
  }

  public Typed line(String... words) {
    exit = new Otto(shell()).run(words);
    return this;
  }

  public Shell shell() {
    return new Shell(
        Map.copyOf(environment),
        folder,
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        output(out),
        output(err));
  }

  public int exit() {
    return exit;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public List<String> lines() {
    return out().lines().toList();
  }

  private Output output(ByteArrayOutputStream bytes) {
    return new Output(
        new PrintStream(bytes, false, StandardCharsets.UTF_8),
        terminal,
        false,
        () -> new Size(80, 24));
  }
}

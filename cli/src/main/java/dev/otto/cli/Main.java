package dev.otto.cli;

import dev.otto.cli.shell.Shell;
import java.util.Locale;

/// The `otto` command.
public final class Main {
  private Main() {}

  /// Otto speaks one language: numbers look the same on every machine.
  public static void main(String... words) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new Otto(Shell.current()).run(words));
  }
}

package dev.otto.cli;

import dev.otto.cli.shell.Shell;

/// The `otto` command.
public final class Main {
  private Main() {}

  public static void main(String... words) {
    System.exit(new Otto(Shell.current()).run(words));
  }
}

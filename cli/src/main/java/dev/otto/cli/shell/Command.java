package dev.otto.cli.shell;

import picocli.CommandLine.Option;

/// One command of Otto. Its options are filled in before it runs.
public abstract class Command {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this page.")
  private boolean help;

  /// Does what was asked and says with which exit code Otto ends.
  public abstract int run();

  /// Whether only its page was asked for.
  public final boolean help() {
    return help;
  }
}

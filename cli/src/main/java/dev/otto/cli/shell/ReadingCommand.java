package dev.otto.cli.shell;

import picocli.CommandLine.Option;

/// A command that shows something, for people or, with `--json`, for programs.
public abstract class ReadingCommand extends Command {
  @Option(names = "--json", description = "Writes JSON for programs.")
  private boolean json;

  protected final boolean json() {
    return json;
  }
}

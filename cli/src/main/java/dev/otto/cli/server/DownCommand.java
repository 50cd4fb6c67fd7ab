package dev.otto.cli.server;

import dev.otto.cli.shell.Command;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Shell;

/// `otto down`: ends the server. Runs stand still until it is there again; nothing is lost.
public final class DownCommand extends Command {
  private final Shell shell;

  public DownCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var stopped = new ServerStop(shell).stop();
    if (stopped.isEmpty()) {
      shell.out().line("No server runs for " + shell.home() + ".");
      return ExitCode.DONE;
    }
    shell.out().line("Stopped the server (process %d).".formatted(stopped.get().pid()));
    if (stopped.get().killed()) {
      shell.out().line("It had to be killed; the next start cleans up after it.");
    }
    return ExitCode.DONE;
  }
}

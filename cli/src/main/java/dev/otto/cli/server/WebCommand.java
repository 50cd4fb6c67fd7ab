package dev.otto.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.http.Unreachable;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Keys;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.json.Json;
import dev.otto.model.server.SignInLink;
import java.util.Map;
import picocli.CommandLine.Option;

/// `otto web`: a link to Mission Control that signs this user's browser in, once.
public final class WebCommand extends ReadingCommand {
  @Option(
      names = "--no-open",
      negatable = true,
      description = "Prints the link and opens no browser.")
  private boolean noOpen;

  private final Shell shell;

  public WebCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var server = new Servers(shell).ready();
    var link = link(server);
    if (json()) {
      shell.out().line(Json.text(link));
      return ExitCode.DONE;
    }
    shell.out().line(link.url());
    if (!noOpen && shell.out().terminal() && shell.variable("DISPLAY").isPresent()) {
      Program.browse(link.url());
    }
    shell.err().line("The link signs one browser in, once.");
    return ExitCode.DONE;
  }

  private SignInLink link(Server server) {
    try {
      var answer = server.http().post("links", Map.of(), Keys.fresh());
      return Json.own().readValue(answer, SignInLink.class);
    } catch (Unreachable | JsonProcessingException gone) {
      throw new ServerRefusal.Gone(ServerLog.of(shell.home()).file()).refused();
    }
  }
}

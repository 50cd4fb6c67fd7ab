package dev.otto.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.cli.api.Api;
import dev.otto.cli.server.Errand;
import dev.otto.cli.server.Servers;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.server.EngineDetails;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto engine`: what carries runs on; `otto engine install` puts an engine with a memory into
/// Otto's home.
public final class EngineCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "install",
      description = "Fetches the official release of the Temporal server into Otto's home.")
  private Optional<String> action = Optional.empty();

  @Option(
      names = "--from-source",
      description = "With install: builds it here from pinned sources, with go (some minutes).")
  private boolean fromSource;

  private final Shell shell;

  public EngineCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    if (action.isEmpty() && !fromSource) {
      return told(new Api(shell).get("engine", EngineDetails.class));
    }
    if (!action.equals(Optional.of("install"))) {
      throw Usage.of("engine", "There is only `otto engine` and `otto engine install`.");
    }
    return install();
  }

  private int told(EngineDetails engine) {
    if (json()) {
      shell.out().line(Json.text(engine));
      return ExitCode.DONE;
    }
    tell("engine", Optional.of(engine.kind() + " " + engine.version()));
    tell("at", Optional.of(engine.reach()));
    tell("page", engine.uiUrl());
    tell("program", engine.program());
    tell("sha256", engine.sha256());
    tell("from", engine.from());
    tell("why", engine.instead());
    if (engine.program().isEmpty() && engine.kind().equals("in-process")) {
      shell.out().line("One with a memory and a page of its own: otto engine install");
    }
    return ExitCode.DONE;
  }

  private void tell(String name, Optional<String> value) {
    value.ifPresent(it -> shell.out().line("%-8s %s".formatted(name, Plain.line(it))));
  }

  private int install() {
    var done =
        fromSource
            ? Errand.of(
                shell, "otto: building the Temporal server", "engine-install", "--from-source")
            : Errand.of(shell, "otto: fetching the Temporal server", "engine-install");
    if (done.exit() != 0) {
      shell.err().line(Plain.line(done.complaint()));
      return ExitCode.REFUSED;
    }
    return installed(Json.value(done.said(), JsonNode.class));
  }

  private int installed(JsonNode done) {
    if (json()) {
      shell.out().line(done.toString());
      return ExitCode.DONE;
    }
    shell
        .out()
        .line(
            "Temporal server %s (%s) is installed."
                .formatted(done.path("version").asText(), done.path("from").asText()));
    tell("program", Optional.of(done.path("program").asText()));
    tell("sha256", Optional.of(done.path("sha256").asText()));
    if (new Servers(shell).running().isPresent()) {
      shell.out().line("The running server keeps its engine; after `otto down` the next has this.");
    }
    return ExitCode.DONE;
  }
}

package dev.otto.cli.doctor;

import dev.otto.cli.api.Api;
import dev.otto.cli.render.FactsTable;
import dev.otto.cli.server.Servers;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.host.HostView;
import dev.otto.model.server.ServerView.EngineView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `otto doctor`: what Otto found on this machine. Without a server it tells what it can, and why
/// there is none.
public final class DoctorCommand extends ReadingCommand {
  @Option(names = "--no-start", description = "Starts no server if none runs.")
  private boolean noStart;

  @Option(
      names = "--test-call",
      description =
          "Also makes one tiny call of each agent that can be used; it may cost a little.")
  private boolean testCall;

  private static final String DATABASE = "database";

  private final Shell shell;

  public DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  /// What came of calls that try the agents.
  record Tried(List<Fact> facts) {}

  /// What was found.
  ///
  /// @param walls which walls stand around foreign code
  record Findings(Optional<EngineView> engine, Optional<String> walls, List<Fact> facts) {}

  @Override
  public int run() {
    var found = found();
    var well = found.facts.stream().noneMatch(fact -> fact.health() == Health.BROKEN);
    if (json()) {
      shell.out().line(FindingsJson.of(found.engine, found.walls, found.facts));
    } else {
      found.engine.ifPresent(it -> shell.out().line("engine  " + it.kind() + " " + it.version()));
      found.walls.ifPresent(walls -> shell.out().line("walls   " + walls));
      FactsTable.of(found.facts).forEach(line -> shell.out().line(line.text(shell.out().color())));
    }
    return well ? ExitCode.DONE : ExitCode.NOT_PASSED;
  }

  private Findings found() {
    var facts = new ArrayList<>(new LocalFacts(shell).all());
    try {
      var api = new Api(shell);
      if (noStart && new Servers(shell).running().isEmpty()) {
        return new Findings(Optional.empty(), Optional.empty(), facts);
      }
      var server = api.server();
      facts.add(ok("server", "It answers at " + server.note().url() + "."));
      var trouble = server.view().trouble();
      facts.addAll(trouble);
      if (trouble.stream().anyMatch(fact -> fact.name().equals(DATABASE))) {
        return new Findings(server.view().engine(), Optional.empty(), facts);
      }
      var hosts = api.get("hosts", HostView.Page.class).hosts();
      hosts.forEach(host -> facts.addAll(known(host, trouble)));
      if (testCall) {
        facts.addAll(tried(api));
      }
      var walls = hosts.stream().map(host -> host.facts().walls()).findFirst();
      return new Findings(server.view().engine(), walls, facts);
    } catch (Refused refused) {
      var refusal = refused.refusal();
      facts.add(new Fact("server", Health.BROKEN, refusal.sentence(), refusal.nextStep()));
      return new Findings(Optional.empty(), Optional.empty(), facts);
    }
  }

  /// What the host said of itself, but for what is away since.
  private static List<Fact> known(HostView host, List<Fact> trouble) {
    return host.facts().facts().stream()
        .filter(fact -> trouble.stream().noneMatch(away -> away.name().equals(fact.name())))
        .toList();
  }

  private static List<Fact> tried(Api api) {
    var facts = api.post("test-calls", Map.of(), Tried.class).facts();
    return facts.isEmpty()
        ? List.of(
            new Fact(
                "calls",
                Health.WARNING,
                "There is no agent to call.",
                "See what is missing above."))
        : facts;
  }

  static Fact ok(String name, String sentence) {
    return new Fact(name, Health.OK, sentence, "");
  }
}

package dev.otto.cli.call;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallView;
import dev.otto.model.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto logs`: what the agents of a run said.
public final class LogsCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  @Option(names = "--group", paramLabel = "G", description = "Of this group; default: of any.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--call",
      paramLabel = "C",
      description = "Of this call, such as c7; default: the newest.")
  private Optional<String> call = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on until the call has ended.")
  private boolean follow;

  @Option(names = "--prompt", description = "What the agent was told, instead of what it said.")
  private boolean prompt;

  private final Shell shell;

  public LogsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    if (json() && follow) {
      throw Usage.of("logs", "--json lists the calls and --follow follows one: take one of them.");
    }
    if (prompt && (json() || follow)) {
      throw Usage.of("logs", "--prompt shows one text: take neither --json nor --follow with it.");
    }
    var runs = new Runs(new Api(shell));
    var id = runs.named(run).run();
    var calls = wanted(id, runs.calls(id));
    if (json()) {
      shell.out().line(Json.text(calls));
    } else {
      say(new CallLog(runs, id, calls.getLast()));
    }
    return ExitCode.DONE;
  }

  private void say(CallLog log) {
    shell.err().line("otto: " + log.words(Instant.now()));
    if (prompt) {
      log.prompt().lines().forEach(shell.out()::line);
    } else {
      log.tell(shell.out(), follow);
    }
  }

  /// The calls that were asked for; for people there is at least one.
  private List<CallView> wanted(RunId id, List<CallView> all) {
    var ofGroup = group.map(Plain::line).map(LogsCommand::group);
    var calls =
        all.stream()
            .filter(one -> ofGroup.isEmpty() || one.group().equals(ofGroup))
            .filter(one -> call.isEmpty() || one.call().value().equals(call.get()))
            .toList();
    if (calls.isEmpty() && !json()) {
      throw missing(id, all, ofGroup).refused();
    }
    return calls;
  }

  private CallRefusal missing(RunId id, List<CallView> all, Optional<GroupId> ofGroup) {
    if (all.isEmpty()) {
      return new CallRefusal.NoCalls(id);
    }
    return call.<CallRefusal>map(name -> new CallRefusal.NoSuchCall(id, Plain.line(name)))
        .or(() -> ofGroup.map(name -> new CallRefusal.NoCallsOf(id, name)))
        .orElseGet(() -> new CallRefusal.NoCalls(id));
  }

  private static GroupId group(String name) {
    try {
      return new GroupId(name);
    } catch (IllegalArgumentException unusable) {
      throw Usage.of("logs", "'%s' cannot be the name of a group.".formatted(name));
    }
  }
}

package dev.otto.activities.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.ModelAddress;
import dev.otto.activities.agent.model.ScriptedModelServer;
import dev.otto.activities.call.HomeFiles;
import dev.otto.activities.gateway.Bound;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.gateway.Upstream;
import dev.otto.activities.gateway.Visit;
import dev.otto.activities.gateway.Wire;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// A repository and a home, in which one provider's real program is called as the product calls it.
final class Bench {
  static final CallOrder ORDER =
      CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0);
  static final String KEY = "the-key-that-no-agent-sees";
  private static final Gateway GATEWAY = Gateway.open();
  private static final ProcessStarter STARTER = new ProcessStarter();
  private static final Duration PLENTY = Duration.ofMinutes(2);

  final Path worktree;
  private final Path otto;
  private final AgentAdapter adapter;
  private final Cells cells;
  private AgentTrace last = AgentTrace.EMPTY;
  private AtomicReference<AgentTrace> heard = new AtomicReference<>(AgentTrace.EMPTY);
  private int calls;
  private Bound bound = Bound.NONE;
  private int turns = Integer.MAX_VALUE;
  private Optional<Duration> silence = Optional.empty();

  Bench(Path folder, AgentAdapter adapter) {
    this(folder, adapter, Sandbox.PREFERRED);
  }

  Bench(Path folder, AgentAdapter adapter, Sandbox sandbox) {
    this.otto = made(folder.resolve("otto"));
    this.worktree = made(otto.resolve("worktree"));
    this.adapter = adapter;
    this.cells = Cells.on(STARTER, CellSettings.of(sandbox, otto));
    git(worktree, "init", "-q");
  }

  /// From now on calls may go so far.
  void within(Bound wanted) {
    bound = wanted;
  }

  /// From now on the model takes at most so many turns in a call, whoever counts them.
  void turns(int most) {
    turns = adapter.boundsTurns() ? Integer.MAX_VALUE : most;
  }

  /// From now on an agent may be silent for so long.
  void silence(Duration longest) {
    silence = Optional.of(longest);
  }

  /// A call that has ended: what became of it, what was heard, and the process.
  record Ended(AgentOutcome outcome, AgentTrace trace, Wire wire, Outcome process) {}

  /// A call that is under way.
  record Running(AgentRequest request, Visit visit, Cell cell, AtomicReference<AgentTrace> trace) {}

  Ended call(ScriptedModelServer model, String prompt) {
    return call(model, prompt, new ExpectedAnswer.Words());
  }

  Ended call(ScriptedModelServer model, String prompt, ExpectedAnswer answer) {
    return ended(begin(model.base(), prompt, answer, false));
  }

  /// A call whose model is there.
  Ended call(URI model, String prompt) {
    return ended(begin(model, prompt, new ExpectedAnswer.Words(), false));
  }

  /// A call that goes on where the last one ended.
  Ended continued(ScriptedModelServer model, String prompt) {
    return ended(begin(model.base(), prompt, new ExpectedAnswer.Words(), true));
  }

  Running begin(ScriptedModelServer model, String prompt) {
    return begin(model.base(), prompt, new ExpectedAnswer.Words(), false);
  }

  Ended ended(Running call) {
    var process = call.cell.outcome();
    call.visit.close();
    last = call.visit.wire().completing(call.trace.get());
    var end =
        new AgentEnd(process.ending(), text(process.err().file()), Optional.of(Instant.now()));
    return new Ended(adapter.conclude(call.request, end, last), last, call.visit.wire(), process);
  }

  /// What the file of the worktree holds.
  String content(String file) {
    return text(worktree.resolve(file));
  }

  void write(String file, String content) {
    try {
      Files.createDirectories(worktree.resolve(file).getParent());
      Files.writeString(worktree.resolve(file), content);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  boolean walled() {
    var walls = cells.walls();
    return walls.processes() && walls.files() && walls.users();
  }

  private Running begin(URI model, String prompt, ExpectedAnswer answer, boolean continued) {
    var visit = GATEWAY.visit(new Upstream(model, Upstream.Credential.API_KEY, KEY), turns, bound);
    var inside = cells.seenFromInside(GATEWAY.address());
    var address =
        new ModelAddress(
            URI.create("http://127.0.0.1:" + inside.getPort()), visit.address().token());
    var request =
        new AgentRequest(
            ORDER,
            prompt,
            worktree,
            otto.resolve("home"),
            continued ? last.conversation() : Optional.empty(),
            answer,
            new AgentGround(walled(), Optional.of(address)));
    var cell = started(request);
    visit.tells(cell::beat);
    return new Running(request, visit, cell, heard);
  }

  private Patience patience() {
    var plenty = Patience.of(PLENTY);
    return silence.map(plenty::withSilence).orElse(plenty);
  }

  private Cell started(AgentRequest request) {
    var launch = adapter.launch(request);
    new HomeFiles(request.home()).lay(launch.files());
    var plan =
        CellPlan.of(
                new Marker("bench-" + UUID.randomUUID()),
                worktree,
                request.home(),
                otto.resolve("temporary"))
            .with(Mount.writable(worktree))
            .with(launch.readable().stream().map(Mount::readOnly).toList())
            .withEnvironment(launch.environment())
            .withSecrets(launch.secrets())
            .withOutlet(GATEWAY.address());
    var command =
        new Command(launch.argv(), patience(), Logs.in(otto.resolve("logs/" + calls++)))
            .withInput(launch.stdin());
    heard =
        new AtomicReference<>(request.conversation().isPresent() ? last.next() : AgentTrace.EMPTY);
    var trace = heard;
    return cells.start(
        plan,
        command,
        line ->
            adapter
                .parse(line.text())
                .forEach(event -> trace.updateAndGet(one -> one.after(event))),
        Fence.NONE);
  }

  static String git(Path folder, String... words) {
    try {
      var all = new ArrayList<>(List.of("git", "-C", folder.toString()));
      all.addAll(List.of(words));
      var git = new ProcessBuilder(all).redirectErrorStream(true).start();
      var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(said).isZero();
      return said;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

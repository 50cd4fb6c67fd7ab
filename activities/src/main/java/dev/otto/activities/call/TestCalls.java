package dev.otto.activities.call;

import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.provider.Agent;
import dev.otto.activities.provider.Providers;
import dev.otto.model.CallId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.settings.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// One tiny call of each provider that can be used, on the way that every call goes: in a Cell, to
/// its model. It belongs to no run, and may cost a fraction of a cent.
public final class TestCalls {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Allowance NO_BOUND =
      new Allowance(Limits.NONE, Usage.NONE, Optional.empty());
  private static final int SHOWN = 200;
  private static final int MOST_TURNS = 4;
  private static final String FIX = "See the server's log.";
  private static final String PROMPT =
      "This is a test of the way to you. Use no tool. Answer with the one word: ready\n";

  private final Cells cells;
  private final Providers providers;
  private final Gateway gateway;
  private final Path folder;

  /// What they need lies below the folder.
  public TestCalls(Cells cells, Providers providers, Gateway gateway, Path folder) {
    this.cells = cells;
    this.providers = providers;
    this.gateway = gateway;
    this.folder = folder;
  }

  /// What came of each.
  public List<Fact> all() {
    return providers.usable().parallelStream().sorted().map(this::of).toList();
  }

  private Fact of(String provider) {
    var agent = providers.tried(provider);
    var place = place(provider);
    var name = provider + " call";
    try (var way = ModelWay.of(gateway, cells, agent, NO_BOUND, MOST_TURNS, Optional.empty())) {
      var request = request(place, way);
      var trace = new AtomicReference<>(AgentTrace.EMPTY);
      var process = ran(agent, request, place, way, trace);
      var known = way.completing(trace.get());
      var end =
          new AgentEnd(
              process.ending(), text(process.err().file()), Optional.of(process.endedAt()));
      return fact(name, agent.adapter().conclude(request, end, known), process, known.used());
    } catch (RuntimeException trouble) {
      return new Fact(
          name, Health.BROKEN, "It could not be called: %s.".formatted(trouble.getMessage()), FIX);
    }
  }

  private AgentRequest request(Place place, ModelWay way) {
    return new AgentRequest(
        CallOrder.first(new CallId("test"), Stage.SPEC, Optional.empty(), 1, 0),
        PROMPT,
        place.worktree,
        place.home,
        Optional.empty(),
        new ExpectedAnswer.Words(),
        way.ground());
  }

  private Outcome ran(
      Agent agent,
      AgentRequest request,
      Place place,
      ModelWay way,
      AtomicReference<AgentTrace> trace) {
    var launch = agent.adapter().launch(request);
    new HomeFiles(place.home).lay(launch.files());
    var plan =
        CellPlan.of(
                new Marker("test-call-" + UUID.randomUUID()),
                place.worktree,
                place.home,
                place.temporary)
            .with(Mount.writable(place.worktree))
            .with(launch.readable().stream().map(Mount::readOnly).toList())
            .withEnvironment(launch.environment())
            .withSecrets(launch.secrets());
    return cells
        .start(
            way.in(plan),
            new Command(launch.argv(), Patience.of(LONGEST), Logs.in(place.log))
                .withInput(launch.stdin()),
            line ->
                agent
                    .adapter()
                    .parse(line.text())
                    .forEach(event -> trace.updateAndGet(known -> after(known, event))),
            Fence.NONE)
        .outcome();
  }

  private static AgentTrace after(AgentTrace known, AgentEvent event) {
    return known.after(event);
  }

  private static Fact fact(String name, AgentOutcome outcome, Outcome process, Usage used) {
    var seconds = process.alive().toMillis() / 1000.0;
    return switch (outcome) {
      case AgentOutcome.Succeeded(var text, _) ->
          new Fact(
              name,
              Health.OK,
              "It answered in %.1f s: %s (%d tokens in, %d out)."
                  .formatted(seconds, shown(text), used.inputTokens(), used.outputTokens()),
              "");
      case AgentOutcome.Failed(var kind, var sentence) ->
          new Fact(
              name,
              Health.BROKEN,
              "It failed (%s): %s".formatted(kind.word(), shown(sentence)),
              "");
      case AgentOutcome.Lost(_, var sentence, _) ->
          new Fact(name, Health.BROKEN, "It gave no answer: %s".formatted(shown(sentence)), "");
    };
  }

  private static String shown(String text) {
    var line = String.join(" ", text.strip().lines().toList());
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /// Where such a call works.
  private record Place(Path worktree, Path home, Path temporary, Path log) {}

  private Place place(String provider) {
    var own = folder.resolve(provider);
    var place =
        new Place(
            own.resolve("worktree"),
            own.resolve("home"),
            own.resolve("temporary"),
            own.resolve("log"));
    try {
      Files.createDirectories(place.worktree);
      return place;
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot lay out a test call", trouble);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return "";
    }
  }
}

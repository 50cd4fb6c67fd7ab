package dev.otto.activities.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.Thinking;
import dev.otto.activities.agent.plugged.Conformance;
import dev.otto.activities.agent.plugged.Conformance.Finding;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.model.CallId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Tries whether a program can be an agent of Otto: two calls in a Cell without a network, on a
/// small folder; the second wants an answer of a form.
public final class AgentTrial {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final String SCHEMA =
      """
      {"type":"object","required":["ready"],"properties":{"ready":{"type":"boolean"}}}\
      """;

  private final Cells cells;
  private final Path folder;

  /// What it needs lies below the folder.
  public AgentTrial(Cells cells, Path folder) {
    this.cells = cells;
    this.folder = folder;
  }

  /// What was found of that command, rule by rule.
  public List<Finding> of(List<String> command) {
    var words = called(command, "words", new ExpectedAnswer.Words());
    var answer =
        called(command, "answer", new ExpectedAnswer.Structured(SCHEMA, AgentTrial::violations));
    return Stream.concat(
            words.ofAnyCall().stream(), Stream.of(answer.answers(AgentTrial::violations)))
        .toList();
  }

  private static List<String> violations(JsonNode answer) {
    return answer.path("ready").isBoolean() ? List.of() : List.of("`ready` must be true or false");
  }

  private Conformance called(List<String> command, String name, ExpectedAnswer answer) {
    var place = folder.resolve(UUID.randomUUID().toString());
    var worktree = place.resolve("worktree");
    var adapter =
        OwnAgent.of("tried", command, Set.of(), Map.of(), List.of())
            .adapter(Thinking.with(Optional.empty()));
    try {
      Files.createDirectories(worktree);
      Files.writeString(worktree.resolve("README.md"), "A folder to try an agent in.\n");
      var request =
          new AgentRequest(
              CallOrder.first(new CallId("trial"), Stage.BUILD, Optional.empty(), 1, 0),
              "This is a trial. Change nothing, say that you are ready, and finish.\n",
              worktree,
              place.resolve("home"),
              Optional.empty(),
              answer,
              AgentGround.BARE);
      var launch = adapter.launch(request);
      var events = Collections.synchronizedList(new ArrayList<AgentEvent>());
      var outcome =
          cells
              .start(
                  CellPlan.of(
                          new Marker("trial-%s-%s".formatted(name, UUID.randomUUID())),
                          worktree,
                          place.resolve("home"),
                          place.resolve("temporary"))
                      .with(Mount.writable(worktree))
                      .with(launch.readable().stream().map(Mount::readOnly).toList())
                      .withEnvironment(launch.environment()),
                  new Command(launch.argv(), Patience.of(LONGEST), Logs.in(place.resolve("log")))
                      .withInput(launch.stdin()),
                  line -> events.addAll(adapter.parse(line.text())),
                  Fence.NONE)
              .outcome();
      return new Conformance(List.copyOf(events), outcome.ending());
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot lay out a trial", trouble);
    }
  }
}

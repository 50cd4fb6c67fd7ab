package dev.otto.activities.agent.scripted;

import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder with a recipe, a worktree and a home, in which real scripted agents are started.
final class AgentRun {
  private final Path folder;
  private final ScriptedAdapter adapter;

  private AgentRun(Path folder) {
    this.folder = folder;
    this.adapter =
        new ScriptedAdapter(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            ScriptedClassPath.current(),
            folder.resolve("recipe.yaml"),
            Pace.UNLIMITED);
  }

  static AgentRun of(Path folder, String recipe) throws IOException {
    Files.createDirectories(folder.resolve("worktree"));
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("recipe.yaml"), recipe);
    return new AgentRun(folder);
  }

  /// A finished process: what it said and how it ended.
  record Ended(int exit, List<String> lines, String stderr, AgentOutcome outcome) {}

  Path worktree() {
    return folder.resolve("worktree");
  }

  Process start(int tries) throws IOException {
    var launch = adapter.launch(request(tries));
    var builder =
        new ProcessBuilder(launch.argv())
            .directory(worktree().toFile())
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().putAll(launch.environment());
    var process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(launch.stdin().getBytes(StandardCharsets.UTF_8));
    }
    return process;
  }

  Ended play(int tries) throws IOException, InterruptedException {
    return end(start(tries), tries);
  }

  Ended end(Process process, int tries) throws IOException, InterruptedException {
    var exit = process.waitFor();
    var lines =
        new String(Files.readAllBytes(folder.resolve("stdout")), StandardCharsets.UTF_8)
            .lines()
            .toList();
    var stderr = Files.readString(folder.resolve("stderr"));
    var events = new ArrayList<AgentEvent>();
    lines.forEach(line -> events.addAll(adapter.parse(line)));
    var outcome =
        adapter.conclude(
            request(tries),
            new AgentEnd(new Ending.Exited(Exit.of(exit)), stderr),
            AgentTrace.of(events));
    return new Ended(exit, lines, stderr, outcome);
  }

  private AgentRequest request(int tries) {
    var place =
        new CallOrder(
            new CallId("c7"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0, tries, 0);
    return new AgentRequest(
        place,
        "Build the api.",
        worktree(),
        folder.resolve("home"),
        Optional.empty(),
        new ExpectedAnswer.Words());
  }
}

package dev.otto.cli;

import dev.otto.cli.server.Build;
import dev.otto.cli.server.Program;
import dev.otto.cli.server.StandIn;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Shell;
import dev.otto.model.Digest;
import dev.otto.model.HostId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.TrustView;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import dev.otto.model.server.ServerView;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.RunWishes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The commands that people type most, played once to a stand-in for the server, so that a JVM can
/// keep the classes that they need. It is no command: who keeps classes starts it.
public final class Rehearsal {
  private static final List<List<String>> LINES =
      List.of(
          List.of("--help"),
          List.of("runs", "--help"),
          List.of("runs"),
          List.of("runs", "--json"),
          List.of("status"),
          List.of("show"));

  private static final RunId RUN = new RunId("2026-01-01-000000-a1b2c3");
  private static final int TURNS = 200;

  private final Path home;

  Rehearsal(Path home) {
    this.home = home;
  }

  /// Plays in a folder of its own, which is gone afterwards.
  public static void main(String... words) throws IOException {
    Locale.setDefault(Locale.ROOT);
    var home = Files.createTempDirectory("otto-rehearsal");
    var worst = new Rehearsal(home).played(Shell.current().out());
    Program.remove(home);
    System.exit(worst);
  }

  /// Plays all lines; the worst of their exit codes.
  int played(Output out) throws IOException {
    var shell =
        new Shell(
            Map.of("OTTO_HOME", home.toString()),
            home,
            new ByteArrayInputStream(new byte[0]),
            out,
            Output.plain(OutputStream.nullOutputStream()));
    try (var _ = StandIn.in(home, answers())) {
      return LINES.stream()
          .mapToInt(line -> new Otto(shell).run(line.toArray(String[]::new)))
          .max()
          .orElse(ExitCode.DONE);
    }
  }

  private static Map<String, String> answers() {
    var now = Instant.now();
    var run = run(now);
    var page = new RunsPage(List.of(line(run)), Optional.empty());
    return Map.of(
        "server",
        Json.text(server(now)),
        "runs?limit=20",
        Json.text(page),
        "runs?limit=100",
        Json.text(page),
        "runs/latest",
        Json.text(run),
        "runs/" + RUN,
        Json.text(run),
        "runs/%s/baggage".formatted(RUN),
        Json.text(
            new TrustView(
                run.project(), run.repository(), Baggage.among(List.of()), Optional.empty())));
  }

  private static ServerView server(Instant now) {
    return new ServerView(
        Build.current().orElse("unknown"),
        Optional.of(new ServerView.EngineView("none", "0", Optional.empty())),
        now,
        ServerView.Readiness.READY,
        Optional.of(0),
        List.of());
  }

  private static RunView run(Instant now) {
    var asked = NewRun.of("/", "A rehearsal", "scripted");
    var agents =
        Agents.all(
            new AgentChoice("scripted", Optional.empty(), Optional.empty(), Optional.of("asked")));
    var created =
        new RunEvent.Created(
            new ProjectId("p-0123456789ab"),
            Digest.of(asked.intent()),
            asked.title(),
            new HostId("host-0123456789ab"),
            asked.settings(Optional.empty(), agents, TURNS, RunWishes.NONE));
    return RunView.of(
        Run.created(RUN, created, now),
        new RunView.Frame(
            "/", asked.intent(), Optional.empty(), Optional.empty(), Optional.empty(), now, now));
  }

  /// As one that has ended, so that `otto status` tells it whole.
  private static RunLine line(RunView run) {
    return new RunLine(
        run.run(),
        run.project(),
        run.repository(),
        run.title(),
        "ended",
        run.phase(),
        Optional.of(Verdict.PASSED),
        run.createdAt(),
        run.changedAt());
  }
}

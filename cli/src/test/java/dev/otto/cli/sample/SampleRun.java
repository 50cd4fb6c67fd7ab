package dev.otto.cli.sample;

import dev.otto.model.ClauseId;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.TreeId;
import dev.otto.model.audit.AuditEvent.ClauseValue;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Action;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run to show. It works unless a test says otherwise.
public final class SampleRun {
  public static final RunId ID = new RunId("2026-11-21-090312-a1b2c3");
  public static final ProjectId PROJECT = new ProjectId("p-0123456789ab");
  public static final Instant START = Instant.parse("2026-11-21T09:03:12Z");
  public static final CommitId COMMIT = new CommitId("c0ffee00".repeat(5));
  public static final TreeId TREE = new TreeId("beefbeef".repeat(5));
  public static final Digest SPEC = Digest.of("the spec");

  private Agents agents =
      Agents.all(
          new AgentChoice(
              "scripted", Optional.empty(), Optional.empty(), Optional.of("asked for")));
  private RunId id = ID;
  private String repository = "/home/me/portal";
  private String title = "Expense approval portal";
  private String state = "working";
  private Phase phase = Phase.BUILD;
  private Optional<String> why = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();
  private Optional<CommitId> commit = Optional.empty();
  private Optional<String> proof = Optional.empty();
  private Optional<String> landedOn = Optional.empty();
  private final List<RunView.GroupView> groups = new ArrayList<>();
  private final List<ClauseValue> clauses = new ArrayList<>();
  private int round;
  private Instant changedAt = START.plusSeconds(102);

  public static SampleRun working(Phase phase) {
    var run = new SampleRun();
    run.phase = phase;
    return run;
  }

  /// A run that waits at its review gate.
  public static SampleRun waiting() {
    var run = working(Phase.REVIEW);
    run.state = "waiting";
    run.why = Optional.of("a person to approve the spec");
    return run;
  }

  public static SampleRun ended(Verdict verdict) {
    var run = working(Phase.RENDER);
    run.state = "ended";
    run.verdict = Optional.of(verdict);
    run.why =
        Optional.of(
            verdict == Verdict.PASSED ? "everything is proven" : "not everything is proven");
    run.commit = Optional.of(COMMIT);
    run.proof = Optional.of("/home/me/portal/otto_logs/sessions/" + ID + "/");
    run.round = 1;
    return run;
  }

  public SampleRun named(String runId) {
    id = new RunId(runId);
    return this;
  }

  public SampleRun in(String folder) {
    repository = folder;
    return this;
  }

  public SampleRun titled(String words) {
    title = words;
    return this;
  }

  public SampleRun paused(String reason) {
    state = "paused";
    why = Optional.of(reason);
    return this;
  }

  public SampleRun withoutCommit() {
    commit = Optional.empty();
    return this;
  }

  public SampleRun withoutProof() {
    proof = Optional.empty();
    return this;
  }

  public SampleRun proofIn(String folder) {
    proof = Optional.of(folder);
    return this;
  }

  public SampleRun landed(String branch) {
    landedOn = Optional.of(branch);
    return this;
  }

  public SampleRun thinks(Agents who) {
    agents = who;
    return this;
  }

  public SampleRun round(int number) {
    round = number;
    return this;
  }

  public SampleRun changed(Instant at) {
    changedAt = at;
    return this;
  }

  public SampleRun group(String name, String standing, int attempts, String... needs) {
    return group(name, standing, attempts, Optional.empty(), needs);
  }

  public SampleRun troubled(String name, String standing, int attempts, String reason) {
    return group(name, standing, attempts, Optional.of(reason));
  }

  public SampleRun clause(String name, ClauseVerdict.Value value) {
    clauses.add(new ClauseValue(new ClauseId(name), value));
    return this;
  }

  public RunView view() {
    return new RunView(
        id,
        PROJECT,
        repository,
        12,
        "build an expense approval portal\nwith an inbox",
        title,
        state,
        phase,
        why,
        Optional.empty(),
        verdict,
        Optional.of(SPEC),
        Optional.of(new CommitId("ba5eba11".repeat(5))),
        commit,
        commit.map(_ -> TREE),
        groups,
        clauses,
        List.of(),
        round,
        agents,
        0,
        new Usage(4, 12_000, 9_000, 800, Optional.of(new BigDecimal("0.12"))),
        Optional.empty(),
        98_000,
        actions(),
        proof,
        landedOn,
        START,
        changedAt,
        Optional.empty());
  }

  public RunLine line() {
    return new RunLine(id, PROJECT, repository, title, state, phase, verdict, START, changedAt);
  }

  /// Something that happened to the sample run, so many seconds after its start.
  public static RunNews news(long number, long seconds, RunEvent event) {
    return new RunNews(
        number, START.plusSeconds(seconds), PROJECT, ID, number, event.word(), event);
  }

  private SampleRun group(
      String name, String standing, int attempts, Optional<String> reason, String... needs) {
    groups.add(
        new RunView.GroupView(
            new GroupId(name),
            standing,
            Stream.of(needs).map(GroupId::new).toList(),
            attempts,
            0,
            reason,
            standing.equals("merged") ? Optional.of(COMMIT) : Optional.empty()));
    return this;
  }

  private List<Action> actions() {
    return List.of(
        new Action("abort", verdict.isEmpty(), Optional.of("It has ended."), true),
        new Action("land", commit.isPresent(), Optional.of("It has not ended."), true));
  }
}

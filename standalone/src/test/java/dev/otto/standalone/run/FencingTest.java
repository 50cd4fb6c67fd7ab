package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.call.AgentCalls;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.git.Clones;
import dev.otto.activities.git.Fence;
import dev.otto.activities.git.Git;
import dev.otto.activities.host.Host;
import dev.otto.activities.lane.GitLane;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Programs;
import dev.otto.activities.record.LeasedRuns;
import dev.otto.activities.record.StoreRecording;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.store.run.Checkpoints;
import dev.otto.workflows.record.Recording;
import dev.otto.workflows.run.Calls;
import dev.otto.workflows.run.Lane;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hand that is late, however late, does nothing for a run that somebody else holds by now. Each
/// is held after it was told that the run is its own, and let go when it no longer is.
@Tag("slow")
class FencingTest {
  private static final String MY_EPOCH = "SELECT epoch FROM run";
  private static final String MY_ROW = "FOR UPDATE";

  @TempDir static Path folder;
  private static Repository repository;
  private static House house;
  private static Cut cut;
  private static Checkpoints checkpoints;

  @BeforeAll
  static void open() {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    house = new House(folder.resolve("home"));
    cut = Cut.in(house.jdbi());
    checkpoints = new Checkpoints(house.jdbi());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void what_a_late_hand_wants_to_record_is_not_recorded() {
    var run = atTheAgent();
    var old = taken(run);
    var before = house.log(run);
    var latch = new Latch();
    try (var store = house.anotherStore()) {
      var hand = new StoreRecording(new Checkpoints(latch.before(store, MY_ROW)));

      var recording = latch.holds(() -> hand.record(nextOf(old)));
      var _ = taken(run);
      latch.open();

      assertThatThrownBy(recording::join)
          .cause()
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure -> assertThat(failure.getType()).isEqualTo(Recording.SUPERSEDED));
    }
    assertThat(house.log(run)).isEqualTo(before);
    assertThatTheRunGoesOn(run);
  }

  /// Check and record are one transaction: who takes the run over waits for it, and has read it.
  @Test
  void what_a_hand_is_about_to_record_is_known_to_whoever_takes_the_run_over() {
    var run = atTheAgent();
    var old = taken(run);
    var latch = new Latch();
    try (var store = house.anotherStore()) {
      var hand = new StoreRecording(new Checkpoints(latch.after(store, MY_ROW)));

      var recording = latch.holds(() -> hand.record(nextOf(old)));
      var taking = CompletableFuture.supplyAsync(() -> checkpoints.take(run));
      Awaitility.await().until(FencingTest::somebodyWaitsForARow);
      latch.open();

      assertThat(recording.join().seq()).isEqualTo(taking.join().run().seq());
      assertThat(house.log(run)).hasSize((int) taking.join().run().seq());
    }
    assertThatTheRunGoesOn(run);
  }

  @Test
  void an_agent_that_a_late_hand_starts_does_not_live() {
    var run = atTheAgent();
    var old = taken(run);
    var order = lost(old);
    var latch = new Latch();
    try (var store = house.anotherStore();
        var gateway = Gateway.open()) {
      var runs = new LeasedRuns(latch.after(store, MY_EPOCH));
      var providers = house.hands().providers();
      var hand = new AgentCalls(with(runs, host().clones()), house.jdbi(), providers, gateway);

      var calling = latch.holds(() -> hand.make(new Calls.Call(old, order)));
      var _ = taken(run);
      latch.open();

      assertThatThrownBy(calling::join)
          .hasCauseInstanceOf(dev.otto.activities.process.Superseded.class);
    }
    assertThat(Logs.in(host().places().log(run, order.id(), order.tries())).out()).exists();
    assertThat(Living.of(run)).isEmpty();
    assertThatTheRunGoesOn(run);
  }

  @Test
  void a_branch_that_a_late_hand_wants_to_move_stays() {
    var run = beforeItsMerge();
    var old = taken(run);
    ordered(old);
    var head = house.run(run).head().orElseThrow();
    var latch = new Latch();
    var hand = new GitLane(with(host().runs(), clones(latch::pass)));

    var merging = latch.holds(() -> hand.merge(new Lane.Candidate(old, new GroupId("quick"))));
    var _ = taken(run);
    latch.open();

    assertThatThrownBy(merging::join).hasCauseInstanceOf(dev.otto.activities.git.Superseded.class);
    assertThat(house.clone(run, "rev-parse", "refs/otto/runs/%s/head".formatted(run)))
        .isEqualTo(head.hex());
    house.comesUp();
    assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
  }

  /// A run whose agent works; the house is down, so that nobody but the story holds the run.
  private static RunId atTheAgent() {
    var run = house.ask(repository, Wish.playing("parts").building("waiting"));
    house.begins(run, "waiting");
    house.goesDown();
    return run;
  }

  private static void assertThatTheRunGoesOn(RunId run) {
    house.comesUp();
    house.letsGo(run, "waiting");
    assertThat(house.ends(run).ended().orElseThrow().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(house.log(run)).extracting(row -> row.seq()).isSorted().doesNotHaveDuplicates();
  }

  /// A run whose group has passed and is about to be merged; the house is down.
  private static RunId beforeItsMerge() {
    house.goesDown();
    var run = house.ask(repository, Wish.playing("parts").building("quick"));
    cut.before(run, "group.merge-ordered");
    house.comesUp();
    house.until(run, _ -> cut.reached(run));
    house.goesDown();
    cut.lift();
    return run;
  }

  /// Takes the run over, as every start does: in the store first, then in git.
  private static Lease taken(RunId run) {
    var taken = checkpoints.take(run);
    clone(taken.run().project(), host().clones()).refs().raise(taken.lease());
    return taken.lease();
  }

  private static Recording.Batch nextOf(Lease lease) {
    return new Recording.Batch(
        lease,
        house.run(lease.run()).seq() + 1,
        List.of(now(new RunEvent.Recovered(lease.epoch()))));
  }

  /// Notes, as every start does, that the call that ran is lost; its repetition is open now.
  private static dev.otto.model.call.CallOrder lost(Lease lease) {
    var order = house.run(lease.run()).calls().open().getFirst();
    record(lease, new RunEvent.OfCall(new CallEvent.Lost(order, Loss.OTTO_ENDED, Usage.NONE)));
    return house.run(lease.run()).calls().open().getFirst();
  }

  private static void ordered(Lease lease) {
    var event =
        new GroupEvent.MergeOrdered(
            house.run(lease.run()).head().orElseThrow(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    record(lease, new RunEvent.OfGroup(new GroupId("quick"), event));
  }

  private static void record(Lease lease, RunEvent event) {
    var _ = checkpoints.record(lease, house.run(lease.run()).seq() + 1, List.of(now(event)));
  }

  private static RunEntry now(RunEvent event) {
    return new RunEntry(event, Instant.now());
  }

  private static boolean somebodyWaitsForARow() {
    return house
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .mapTo(Integer.class)
                    .one())
        > 0;
  }

  private static Host host() {
    return house.hands().host();
  }

  private static Host with(LeasedRuns runs, Clones clones) {
    var host = host();
    return new Host(
        host.id(),
        host.places(),
        runs,
        host.contents(),
        host.cells(),
        clones,
        host.preflight(),
        host.gitWalls(),
        host.variables());
  }

  private static Clones clones(Fence fence) {
    var git =
        Git.installed(new Programs(new ProcessStarter()), house.home().folder().resolve("git"));
    return new Clones(git, fence);
  }

  private static dev.otto.activities.git.Clone clone(
      dev.otto.model.ProjectId project, Clones clones) {
    return clones.of(host().places().project(project));
  }
}

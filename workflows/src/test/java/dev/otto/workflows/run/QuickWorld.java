package dev.otto.workflows.run;

import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.Sample;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Usage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecEvent;
import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A world that does at once what a run asks of it: `b` needs `a`, `c` stands alone, the first work
/// of `b` fails its check, and the first audit wants `c` mended. What comes of it depends on
/// nothing but what was asked.
final class QuickWorld {
  private static final List<GroupPlan> PLANS = List.of(plan("a"), plan("c"), plan("b", "a"));

  private final MemoryStore store;
  private final Map<String, Supplier<? extends RuntimeException>> troubles =
      new ConcurrentHashMap<>();
  private final Set<String> slow = ConcurrentHashMap.newKeySet();
  private final Set<String> met = ConcurrentHashMap.newKeySet();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Map<Digest, String> said = new ConcurrentHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private volatile int clauses = 1;
  private volatile Optional<String> refuge = Optional.empty();
  private volatile Optional<Instant> limit = Optional.empty();

  QuickWorld(MemoryStore store) {
    this.store = store;
  }

  /// From now on this hand fails so.
  void fails(String hand, Supplier<? extends RuntimeException> failure) {
    troubles.put(hand, failure);
  }

  void works(String hand) {
    troubles.remove(hand);
  }

  /// The account of all calls is at a limit until then.
  void isLimited(Instant until) {
    limit = Optional.of(until);
  }

  /// Calls that have not moved yet move to this provider.
  void isServedBy(String provider) {
    refuge = Optional.of(provider);
  }

  /// Whether this hand was asked at least once.
  boolean met(String hand) {
    return met.contains(hand);
  }

  /// From now on audits judge so many clauses that their answer is above what travels.
  void refutesAtLength() {
    clauses = 1000;
  }

  /// Calls with these words last until they are told to end.
  void isSlow(String call) {
    slow.add(call);
  }

  void isQuick(String call) {
    slow.remove(call);
  }

  /// The newest call that was told this, in words.
  Optional<String> toldTo(Digest message) {
    return Optional.ofNullable(said.get(message));
  }

  boolean runs(String call) {
    return running.contains(call);
  }

  /// The calls that were made, in words, in their order.
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  RunEvent.Opened open(Workspaces.Opening asked) {
    does("open", asked.lease());
    return new RunEvent.Opened(Sample.BASE, Sample.tree("base"), List.of());
  }

  RunEvent.Prepared prepare(Workspaces.Preparation asked) {
    does("prepare", asked.lease());
    return new RunEvent.Prepared(Sample.commit("prepared"), List.of());
  }

  SpecEvent read(Specs.Draft asked) {
    does("read", asked.lease());
    var earlier = run().compilation().revision().map(revision -> revision.number()).orElse(0);
    return new SpecEvent.Compiled(earlier + 1, asked.text(), "A thing", PLANS);
  }

  CallEvent make(Calls.Call asked) {
    var words = asked.order().words();
    asked.messages().forEach(message -> said.put(message, words));
    synchronized (this) {
      calls.add(words);
    }
    does("make", asked.lease());
    var until = limit.filter(moment -> moment.isAfter(Instant.now()) && !asked.order().anyway());
    if (until.isPresent()) {
      return new CallEvent.Limited(
          new LimitedCall(asked.order(), "claude", until.get(), "Not so fast."));
    }
    if (refuge.isPresent() && asked.order().id().provider().isEmpty()) {
      return new CallEvent.Moved(
          asked.order(), "claude", refuge.get(), "its account is at a limit", Usage.NONE);
    }
    lasts(words);
    var text = Optional.of(Sample.digest(words)).filter(_ -> asked.order().group().isEmpty());
    return new CallEvent.Answered(
        asked.order(), new Answer.Done(text), Sample.usage(100, 10, "0.01"));
  }

  GroupEvent.Checked check(Groups.Work asked) {
    does("check", asked.lease());
    var order = asked.order();
    var fails = asked.group().value().equals("b") && order.attempt() == 1 && order.round() == 0;
    var work = "%s %d %d".formatted(asked.group(), order.round(), order.attempt());
    return new GroupEvent.Checked(
        order.attempt(),
        order.round(),
        Sample.commit(work),
        Sample.tree(work),
        fails ? List.of(new CheckId("b-works")) : List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Sample.digest("report of " + work),
        1);
  }

  GroupEvent.Aborted stop(Groups.Remains asked) {
    does("stop", asked.lease());
    return new GroupEvent.Aborted(Optional.of(Sample.commit("salvaged " + asked.group())));
  }

  GroupEvent merge(Lane.Candidate asked) {
    does("merge", asked.lease());
    lasts("merge " + asked.group());
    var group = run().group(asked.group()).orElseThrow();
    if (group.standing() instanceof Standing.Merging(var commit, var onto, _, var aborter)) {
      if (aborter.isPresent()) {
        return new GroupEvent.CandidateDropped();
      }
      return new GroupEvent.Merged(
          Sample.commit(commit + " onto " + onto), Sample.tree("merged " + commit), false, 1);
    }
    throw new IllegalStateException("not merging: " + group);
  }

  AuditEvent.Probed probe(Audits.Round asked) {
    does("probe", asked.lease());
    return new AuditEvent.Probed(asked.round(), Sample.digest("findings"), 1, 1);
  }

  AuditEvent.Concluded conclude(Audits.Round asked) {
    does("conclude", asked.lease());
    var merged = run().groups().stream().allMatch(group -> group.merged().isPresent());
    if (asked.round() == 1) {
      return concluded(asked.round(), Verdict.PARTIAL, List.of(repair("c")));
    }
    return concluded(asked.round(), merged ? Verdict.PASSED : Verdict.PARTIAL, List.of());
  }

  Proof render(Proofs.Rendering asked) {
    does("render", asked.lease());
    return new Proof(
        Sample.digest("packet, " + asked.ending().verdict().word()),
        Sample.digest("page"),
        Optional.empty(),
        run().audits().current().map(audit -> audit.commit()),
        Optional.empty());
  }

  /// What of a run must be the same however often it was interrupted.
  static String shape(Run run) {
    var groups =
        run.groups().stream()
            .map(group ->
                "%s %s round %d attempt %d of %d"
                    .formatted(
                        group.id(),
                        group.standing().word(),
                        group.round(),
                        group.attemptNumber(),
                        group.attempts()))
            .sorted()
            .collect(Collectors.joining("\n"));
    return "%s\n%s".formatted(run.ended().map(Object::toString).orElse("open"), groups);
  }

  private void does(String hand, Lease lease) {
    met.add(hand);
    store.check(lease);
    Optional.ofNullable(troubles.get(hand))
        .map(Supplier::get)
        .ifPresent(failure -> {
          throw failure;
        });
  }

  private void lasts(String words) {
    running.add(words);
    try {
      while (slow.contains(words)) {
        Activity.getExecutionContext().heartbeat(null);
        breathe();
      }
    } finally {
      running.remove(words);
    }
  }

  private static void breathe() {
    try {
      var _ = new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Run run() {
    return store.run();
  }

  private AuditEvent.Concluded concluded(
      int round, Verdict verdict, List<AuditEvent.Repair> repairs) {
    var value =
        verdict == Verdict.PASSED ? ClauseVerdict.Value.PROVEN : ClauseVerdict.Value.REFUTED;
    return new AuditEvent.Concluded(
        round,
        Sample.digest("audit " + round),
        verdict,
        IntStream.range(0, clauses)
            .mapToObj(number -> new AuditEvent.ClauseValue(new ClauseId("c-" + number), value))
            .toList(),
        repairs);
  }

  private static AuditEvent.Repair repair(String group) {
    return new AuditEvent.Repair(new GroupId(group), Sample.digest("mend " + group));
  }

  private static GroupPlan plan(String id, String... needs) {
    return new GroupPlan(
        new GroupId(id), List.of(needs).stream().map(GroupId::new).toList(), List.of());
  }
}

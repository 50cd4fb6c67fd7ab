package dev.otto.model.run;

import dev.otto.model.Sample;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.proof.Proof;
import dev.otto.model.settings.RunSettings;
import dev.otto.model.spec.AnySpec;
import dev.otto.model.spec.Spec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;

/// A run that takes any way its plan allows, in a world where anything may fail, with people and
/// kills between: the same seed, the same life.
final class RunWalk {
  private final Random random;
  private final AnyOutcome outcomes;
  private final RunSettings settings;
  private final List<RunEntry> log = new ArrayList<>();
  private final Queue<CallEvent> lost = new ArrayDeque<>();
  private Run run;
  private Instant now = Sample.NOON;
  private long epoch = 1;

  RunWalk(long seed) {
    random = new Random(seed);
    Spec spec = AnySpec.of(seed);
    outcomes = new AnyOutcome(random, spec);
    settings =
        new RunSettings(
            "scripted",
            Optional.empty(),
            random.nextInt(4) == 0 ? Optional.of(spec.digest()) : Optional.empty(),
            random.nextBoolean(),
            3600,
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            Optional.of(60L),
            0,
            0);
    var created =
        new RunEvent.Created(Sample.PROJECT, Sample.digest("intent"), "Any", Sample.HOST, settings);
    run = Run.created(Sample.RUN, created, now);
    log.add(new RunEntry(created, now));
  }

  Run run() {
    return run;
  }

  RunEvent.Created created() {
    return (RunEvent.Created) log.getFirst().event();
  }

  List<RunEntry> log() {
    return log;
  }

  /// Whether only a person, or a clock, can let the run go on.
  boolean waitsForSomebody() {
    return run.hold().isPresent() || run.state() instanceof RunState.Waiting;
  }

  /// What the plan allows at this moment, as the workflow would do it. While the run is held, what
  /// is under way still ends, and groups note what comes next.
  List<RunEvent> steps() {
    if (run.ended().isPresent()) {
      return List.of();
    }
    return Stream.concat(calls(), run.hold().isPresent() ? building() : planned()).toList();
  }

  /// The next event of its life. After a kill, first what the new server notes.
  RunEvent next() {
    if (!lost.isEmpty()) {
      return new RunEvent.OfCall(lost.remove());
    }
    if (random.nextInt(25) == 0) {
      run.calls().open().stream()
          .map(order -> new CallEvent.Lost(order, Loss.OTTO_ENDED, Usage.NONE))
          .forEach(lost::add);
      return new RunEvent.Recovered(++epoch);
    }
    var asked = asked();
    var steps = steps();
    var person = steps.isEmpty() || (random.nextInt(12) == 0 && !asked.isEmpty());
    return any(person ? asked : steps);
  }

  void lives(RunEvent event) {
    now = now.plusMillis(random.nextInt(5000));
    run = run.after(event, now);
    log.add(new RunEntry(event, now));
  }

  /// The outcomes of the calls that run.
  private Stream<RunEvent> calls() {
    if (run.stopped().isPresent()) {
      return Stream.empty();
    }
    var served =
        run.calls().limited().stream()
            .filter(_ -> run.hold().isEmpty())
            .map(call -> new CallEvent.GoesOn(call.order()));
    var ended =
        run.calls().open().stream().map(order -> outcomes.call(order, run.hold().isPresent()));
    return Stream.concat(served, ended).map(RunEvent.OfCall::new);
  }

  private Stream<RunEvent> planned() {
    var plan = run.plan();
    if (run.stopped().isPresent() || plan.over()) {
      return ending();
    }
    if (run.base().isEmpty()) {
      return Stream.of(new RunEvent.Opened(Sample.BASE, Sample.tree("base"), List.of()));
    }
    if (!run.compilation().written()) {
      return outcomes.compile(plan.compile());
    }
    if (plan.reviewLeft()) {
      return outcomes.review(run, now);
    }
    if (plan.prepareLeft()) {
      return Stream.of(new RunEvent.Prepared(Sample.commit("prepared"), List.of()));
    }
    if (!plan.settled()) {
      return building();
    }
    return Stream.of(
            plan.nothingToAudit().stream().<RunEvent>map(RunEvent.Blocked::new),
            plan.auditDue().stream().<RunEvent>map(RunEvent.OfAudit::new),
            plan.auditOpen() ? outcomes.audit(run) : Stream.<RunEvent>empty(),
            outcomes.repairs(run))
        .flatMap(events -> events);
  }

  private Stream<RunEvent> building() {
    var plan = run.plan();
    return run.head().isEmpty()
        ? Stream.empty()
        : Stream.concat(
            run.groups().stream().flatMap(group -> outcomes.group(group, plan.next(group.id()))),
            plan.toMerge().stream().map(group -> outcomes.lane(run, group, now)));
  }

  private Stream<RunEvent> ending() {
    var proof =
        new Proof(
            Sample.digest("packet"),
            Sample.digest("page"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return run.plan().ending().stream()
        .map(ending ->
            run.proof().isEmpty()
                ? new RunEvent.Rendered(proof)
                : new RunEvent.Ended(ending.verdict(), ending.why(), proof.packet()));
  }

  /// What a person may ask at this moment.
  private List<RunEvent> asked() {
    var spec = run.compilation().revision().map(one -> one.spec()).orElse(Sample.digest("none"));
    var key = Optional.of("key-" + run.seq());
    var all = new ArrayList<RunCommand>();
    for (var often = 0; often < 4; often++) {
      all.add(new RunCommand.Approve("ada", spec, key));
      all.add(new RunCommand.Resume("ada", key));
      all.add(new RunCommand.Pause("ada", random.nextBoolean(), key));
    }
    all.add(new RunCommand.Regenerate("ada", spec, Sample.digest("a wish"), key));
    all.add(new RunCommand.Reject("ada", "no", key));
    all.add(new RunCommand.Abort("ada", "enough", key));
    run.groups().forEach(group -> all.add(new RunCommand.AbortGroup("ada", group.id(), key)));
    return all.stream()
        .filter(command -> command.refusal(run).isEmpty())
        .map(RunCommand::event)
        .toList();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}

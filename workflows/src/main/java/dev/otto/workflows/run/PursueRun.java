package dev.otto.workflows.run;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.compile.CompileStep;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunPlan;
import dev.otto.model.spec.SpecEvent;
import dev.otto.workflows.record.Log;
import dev.otto.workflows.record.Recording;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Optional;

/// Pursues a run from wherever its checkpoint stands to its proof.
public final class PursueRun implements RunWorkflow {
  private final Log log;
  private final Turn turn;
  private final RunHands hands;
  private final CallMaking calls;
  private final BuildPhase building;
  private final AuditPhase auditing;
  private Optional<CancellationScope> work = Optional.empty();

  @WorkflowInit
  public PursueRun(Start start) {
    var recording = Workflow.newActivityStub(Recording.class, Patience.FOR_RECORDING);
    this.log = new Log(recording, start.lease(), start.run());
    this.turn = new Turn(log);
    this.hands = new RunHands(start.run().host());
    this.calls = new CallMaking(log, turn, hands);
    this.building = new BuildPhase(log, turn, calls, hands);
    this.auditing = new AuditPhase(log, turn, calls, hands);
  }

  @Override
  public void carryOn(Start start) {
    var recorder = log.recorder();
    var pursuit = Async.procedure(this::untilEnded);
    Workflow.await(() -> pursuit.isCompleted() || log.lost());
    if (pursuit.isCompleted() && !log.lost()) {
      fault(pursuit).ifPresent(PursueRun::rethrow);
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    log.close();
    recorder.get();
    log.fault().ifPresent(PursueRun::rethrow);
  }

  @Override
  public void mayObey(RunCommand command) {
    command
        .refusal(run())
        .ifPresent(refusal -> {
          throw ApplicationFailure.newNonRetryableFailure(
              refusal.sentence(), refusal.code(), refusal.nextStep());
        });
  }

  @Override
  public Obeyed obey(RunCommand command) {
    log.happened(command.event());
    var seq = run().seq();
    switch (command) {
      case RunCommand.Pause pause when pause.now() -> calls.endAll();
      case RunCommand.Abort _, RunCommand.Reject _ ->
          work.ifPresent(scope -> scope.cancel("the run is stopped"));
      case RunCommand.Say say when say.now() -> calls.tell(run().messages().getLast().group());
      case RunCommand.AbortGroup group -> building.abort(group.group());
      case RunCommand.Pause _,
          RunCommand.Resume _,
          RunCommand.RaiseBudget _,
          RunCommand.Approve _,
          RunCommand.Edit _,
          RunCommand.Regenerate _,
          RunCommand.Say _ -> {}
    }
    log.recorded();
    return new Obeyed(seq);
  }

  @Override
  public void slept(Slept news) {
    if (!log.lost() && run().ended().isEmpty()) {
      log.happened(new RunEvent.Slept(news.millis()));
    }
  }

  private void untilEnded() {
    if (log.lease().epoch() > 1) {
      recover();
    }
    var clock = Async.procedure(new BudgetClock(log)::watch);
    var host = Async.procedure(new HostWatch(log, hands.comingBack())::watch);
    var phases = Workflow.newCancellationScope(this::phases);
    work = Optional.of(phases);
    try {
      phases.run();
    } catch (TemporalFailure stopped) {
      if (log.lost() || run().stopped().isEmpty()) {
        throw stopped;
      }
    }
    Workflow.newDetachedCancellationScope(this::render).run();
    read(clock);
    read(host);
  }

  /// What a new epoch finds: calls that ran are lost, and nothing else is different.
  private void recover() {
    log.happened(new RunEvent.Recovered(log.lease().epoch()));
    for (var order : run().calls().open()) {
      log.happened(new RunEvent.OfCall(new CallEvent.Lost(order, Loss.OTTO_ENDED, Usage.NONE)));
    }
  }

  private void phases() {
    while (plan().specLeft()) {
      compile();
      review();
    }
    prepare();
    while (!plan().over()) {
      building.untilSettled();
      auditing.audit();
      auditing.orderRepairs();
    }
  }

  private void compile() {
    while (!(plan().compile() instanceof CompileStep.Done)) {
      turn.acting(() -> {
        openIfNeeded();
        compile(plan().compile());
      });
    }
  }

  private void openIfNeeded() {
    if (run().base().isEmpty()) {
      log.happened(hands.workspaces().open(new Workspaces.Opening(log.lease())));
    }
  }

  private void compile(CompileStep step) {
    switch (step) {
      case CompileStep.Done _ -> {}
      case CompileStep.Order(var order) ->
          log.happened(new RunEvent.OfCall(new CallEvent.Ordered(order)));
      case CompileStep.Call(var order) -> calls.make(order.id());
      case CompileStep.Accept(var text) ->
          log.happened(new RunEvent.OfSpec(hands.specs().read(new Specs.Draft(log.lease(), text))));
      case CompileStep.Keep(var why) -> log.happened(new RunEvent.OfSpec(new SpecEvent.Kept(why)));
      case CompileStep.Block(var why) -> log.happened(new RunEvent.Blocked(why));
    }
  }

  private void review() {
    if (plan().reviewLeft()) {
      new ReviewGate(log).pass();
    }
  }

  private void prepare() {
    while (plan().prepareLeft()) {
      turn.acting(() ->
          log.happened(
              hands
                  .workspaces()
                  .prepare(
                      new Workspaces.Preparation(
                          log.lease(), run().compilation().revision().orElseThrow().spec()))));
    }
  }

  private void render() {
    while (run().proof().isEmpty()) {
      turn.acting(this::renderAsItEnds);
    }
    var ending = plan().ending().orElseThrow();
    log.recorded();
    log.happened(
        new RunEvent.Ended(ending.verdict(), ending.why(), run().proof().orElseThrow().packet()));
    log.recorded();
  }

  /// A packet tells how the run ends; if a person stopped the run meanwhile, another one is needed.
  private void renderAsItEnds() {
    var ending = plan().ending().orElseThrow();
    var proof = hands.proofs().render(new Proofs.Rendering(log.lease(), ending));
    if (plan().ending().equals(Optional.of(ending))) {
      log.happened(new RunEvent.Rendered(proof));
    }
  }

  /// What ended the pursuit too early, unless it only means that a newer epoch holds the run.
  private static Optional<RuntimeException> fault(Promise<Void> pursuit) {
    return Optional.ofNullable(pursuit.getFailure())
        .filter(failure -> !(failure instanceof TemporalFailure ended && Turn.superseded(ended)));
  }

  private static void read(Promise<Void> watch) {
    var failure = watch.getFailure();
    if (failure != null && !(failure instanceof TemporalFailure)) {
      throw failure;
    }
  }

  private static void rethrow(RuntimeException failure) {
    throw failure;
  }

  private Run run() {
    return log.run();
  }

  private RunPlan plan() {
    return log.run().plan();
  }
}

package dev.otto.workflows.run;

import dev.otto.model.CallId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Stage;
import dev.otto.model.call.Usage;
import dev.otto.model.run.Hold;
import dev.otto.model.run.RunEvent;
import dev.otto.workflows.record.Log;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The agent calls of a run, each in a scope of its own, so that a pause at once can end them all.
final class CallMaking {
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final int MOST_TROUBLES = 5;

  private final Log log;
  private final Turn turn;
  private final RunHands hands;
  private final AccountPatience patience;
  private final BudgetGate budget;
  private final Map<CallId, CancellationScope> scopes = new LinkedHashMap<>();
  private final Map<CallId, Integer> troubles = new LinkedHashMap<>();
  private final Set<CallId> told = new LinkedHashSet<>();

  CallMaking(Log log, Turn turn, RunHands hands) {
    this.log = log;
    this.turn = turn;
    this.hands = hands;
    this.patience = new AccountPatience(log, turn);
    this.budget = new BudgetGate(log);
  }

  /// Makes the call that was ordered, as its newest order says, and notes its answer or its loss.
  /// Without its host, the run is held, and the caller asks again what is left.
  void make(CallId call) {
    patience.pass(call);
    turn.ready(() -> setAside(call));
    if (!hostIsThere() || !budget.admits(call)) {
      turn.ready(() -> setAside(call));
      return;
    }
    turn.ready(() -> setAside(call));
    var order = log.run().calls().unended(call).orElseThrow();
    try {
      var messages = log.run().saidTo(order);
      var event = answer(order, messages);
      troubles.remove(call);
      log.happened(new RunEvent.OfCall(event));
      acknowledge(event, messages);
      leaveAlone(event);
    } catch (ActivityFailure | ApplicationFailure failure) {
      lost(order, loss(order, failure));
      Workflow.sleep(BREATH);
    } finally {
      scopes.remove(call);
      told.remove(call);
    }
  }

  /// Ends the call of that group, or the one that writes the spec, so that its agent hears at once
  /// what was said. One that has not begun hears it when it does.
  void tell(Optional<GroupId> group) {
    log.run().calls().open().stream()
        .filter(order -> order.stage() != Stage.AUDIT && order.group().equals(group))
        .map(CallOrder::id)
        .filter(scopes::containsKey)
        .toList()
        .forEach(this::interrupt);
  }

  private void interrupt(CallId call) {
    told.add(call);
    Objects.requireNonNull(scopes.get(call)).cancel("somebody has a word for the agent");
  }

  private void acknowledge(CallEvent event, List<Digest> messages) {
    if (event instanceof CallEvent.Answered(var order, _, _) && !messages.isEmpty()) {
      log.happened(new RunEvent.Heard(order.id(), order.group(), messages));
    }
  }

  /// The queue of calls would not tell: to wait in it for a free agent is normal.
  private boolean hostIsThere() {
    try {
      hands.presence().answer();
      return true;
    } catch (ActivityFailure failure) {
      turn.holdFor(failure);
      return false;
    }
  }

  /// A call that was ordered and not made when the run was held waits with the others.
  private void setAside(CallId call) {
    log.run().calls().open().stream()
        .filter(order -> order.id().equals(call))
        .forEach(order -> log.happened(new RunEvent.OfCall(new CallEvent.SetAside(order))));
  }

  private void lost(CallOrder order, Loss loss) {
    log.happened(new RunEvent.OfCall(new CallEvent.Lost(order, loss, Usage.NONE)));
  }

  /// Ends every call that runs.
  void endAll() {
    Map.copyOf(scopes).values().forEach(scope -> scope.cancel("paused"));
  }

  private CallEvent answer(CallOrder order, List<Digest> messages) {
    var calls =
        Workflow.newActivityStub(Calls.class, Patience.forCalls(hands.host(), order.words()));
    var answered = new CallEvent[1];
    var scope =
        Workflow.newCancellationScope(
            () -> answered[0] = calls.make(new Calls.Call(log.lease(), order, messages)));
    scopes.put(order.id(), scope);
    scope.run();
    return answered[0];
  }

  /// Waits a little before a lost call is repeated; a paused run waits anyway. How long an account
  /// is left alone is known where it is asked.
  private void leaveAlone(CallEvent event) {
    if (event instanceof CallEvent.Lost(_, var loss, _, var wait) && loss != Loss.ACCOUNT) {
      NamedWait.until(
          () -> log.lost() || log.run().hold().isPresent(),
          wait.map(Duration::ofSeconds).orElse(BREATH),
          "before the call is repeated");
    }
  }

  private Loss loss(CallOrder order, TemporalFailure failure) {
    if (log.lost() || Turn.superseded(failure) || CancellationScope.current().isCancelRequested()) {
      throw failure;
    }
    if (Turn.cancelled(failure)) {
      return told.contains(order.id()) ? Loss.TOLD : Loss.PAUSED;
    }
    if (!bearable(order.id(), failure)) {
      turn.holdFor(failure);
    }
    return log.run().hold().map(Hold::now).orElse(false) ? Loss.PAUSED : Loss.OTTO_ENDED;
  }

  /// Whether the call may simply be made again: its host was away, or had trouble not too often in
  /// a row.
  private boolean bearable(CallId call, TemporalFailure failure) {
    if (failure.getCause() instanceof TimeoutFailure) {
      return true;
    }
    if (failure.getCause() instanceof ApplicationFailure trouble && !trouble.isNonRetryable()) {
      return troubles.merge(call, 1, Integer::sum) % MOST_TROUBLES != 0;
    }
    return false;
  }
}

package dev.otto.api.landing;

import dev.otto.api.part.Engine;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.api.run.CommandRows;
import dev.otto.api.run.IdempotencyKey;
import dev.otto.api.run.PassedOn;
import dev.otto.api.run.RunViews;
import dev.otto.model.CommitId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.landing.LandingRefusal;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunView;
import dev.otto.workflows.landing.LandWorkflow;
import dev.otto.workflows.landing.LandingHands;
import dev.otto.workflows.landing.LandingHands.Outcome;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lands runs: asks the host that holds the clone, which notes what it did.
public record Landing(Engine engine, CommandRows rows, RunViews views) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The run after it has landed, now or when the same key came before.
  RunView landed(RunId run, CommitId commit, String by, IdempotencyKey key) {
    if (!rows.obeyed(key)) {
      var state = views.state(run);
      var branch = views.landedOn(run);
      if (branch.isEmpty()) {
        refuse(state, commit);
        var _ = engine.client().ready();
        rows.keep(key, run);
        land(new LandingHands.Landing(run, state.host(), commit, by));
      } else if (!rows.asked(key)) {
        throw new LandingRefusal.AlreadyLanded(run, branch.get()).refused();
      }
      rows.answer(key, run, state.seq());
    }
    return views.of(run);
  }

  private static void refuse(Run run, CommitId commit) {
    if (run.ended().isEmpty()) {
      throw new RunRefusal.NotEnded(run.id()).refused();
    }
    var audited =
        run.proof()
            .flatMap(proof -> proof.commit())
            .orElseThrow(() -> new RunRefusal.NothingAudited(run.id()).refused());
    if (!audited.equals(commit)) {
      throw new LandingRefusal.StaleCommit(run.id(), audited).refused();
    }
  }

  private void land(LandingHands.Landing landing) {
    switch (engine.ask(PATIENCE, client -> outcome(landing, client))) {
      case Outcome.Landed _ -> {}
      case Outcome.Refused(var code, var sentence, var nextStep) ->
          throw new PassedOn(code, sentence, nextStep, Refusal.Kind.CONFLICT).refused();
    }
  }

  /// Two who land at once wait for the same landing.
  private Outcome outcome(LandingHands.Landing landing, WorkflowClient client) {
    var options =
        engine
            .workflow(LandWorkflow.idOf(landing.run()))
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .build();
    var workflow = client.newWorkflowStub(LandWorkflow.class, options);
    try {
      WorkflowClient.start(workflow::land, landing);
      return WorkflowStub.fromTyped(workflow)
          .getResult(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Outcome.class);
    } catch (TimeoutException | WorkflowFailedException failed) {
      throw new ReadinessRefusal.HostFailed("land run " + landing.run()).refused();
    }
  }
}

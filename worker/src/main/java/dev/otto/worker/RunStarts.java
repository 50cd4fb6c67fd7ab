package dev.otto.worker;

import com.google.common.base.Throwables;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Runs;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts runs on the engine, the only way there is: raise the epoch, read the checkpoint, start
/// from it.
public final class RunStarts {
  private static final Logger LOG = LoggerFactory.getLogger(RunStarts.class);

  private final Jdbi jdbi;
  private final Checkpoints checkpoints;
  private final WorkflowClient client;
  private final String queue;
  private final Consumer<Checkpoints.Taken> fence;

  /// Starts on this queue; `fence` bars older epochs from the world before a newer one begins.
  public RunStarts(
      Jdbi jdbi, WorkflowClient client, String queue, Consumer<Checkpoints.Taken> fence) {
    this.jdbi = jdbi;
    this.checkpoints = new Checkpoints(jdbi);
    this.client = client;
    this.queue = queue;
    this.fence = fence;
  }

  /// A run that was started: its epoch, and its workflow to be watched.
  public record Started(RunId run, long epoch, long seq, String execution, WorkflowStub workflow) {}

  /// Starts the run from its checkpoint; nothing if it has ended.
  ///
  /// @throws dev.otto.model.Refusal.Refused when it can never be started so
  public Optional<Started> start(RunId run) {
    var taken = checkpoints.take(run);
    if (taken.run().ended().isPresent()) {
      return Optional.empty();
    }
    fence.accept(taken);
    var stub = client.newWorkflowStub(RunWorkflow.class, options(run, taken.run().title()));
    var execution = started(stub, new RunWorkflow.Start(taken.lease(), taken.run()));
    var epoch = taken.lease().epoch();
    jdbi.useExtension(Runs.class, runs -> runs.executes(run.value(), epoch, execution.getRunId()));
    LOG.info("run started: run={} epoch={} seq={}", run, epoch, taken.run().seq());
    return Optional.of(
        new Started(
            run,
            epoch,
            taken.run().seq(),
            execution.getRunId(),
            client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder().setWorkflowExecution(execution).build())));
  }

  /// The execution of a workflow that starts so; what can never start is refused.
  private static WorkflowExecution started(RunWorkflow workflow, RunWorkflow.Start start) {
    try {
      return WorkflowClient.start(workflow::carryOn, start);
    } catch (WorkflowServiceException trouble) {
      throw Throwables.getCausalChain(trouble).stream()
          .filter(Refusal.Refused.class::isInstance)
          .map(Refusal.Refused.class::cast)
          .findFirst()
          .<RuntimeException>map(never -> never)
          .orElse(trouble);
    }
  }

  private WorkflowOptions options(RunId run, String title) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(RunWorkflow.idOf(run))
        .setTaskQueue(queue)
        .setStaticSummary(title)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING)
        .build();
  }
}

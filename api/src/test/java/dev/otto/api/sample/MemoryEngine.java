package dev.otto.api.sample;

import dev.otto.model.HostId;
import dev.otto.model.RunId;
import dev.otto.store.run.Checkpoints;
import dev.otto.workflows.landing.LandRun;
import dev.otto.workflows.payload.Payloads;
import dev.otto.workflows.project.LookAtProject;
import dev.otto.workflows.run.Patience;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The one engine of this JVM, in memory, with workers of one Otto.
public final class MemoryEngine implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// The engine itself, started at first need.
  private static final class Server {
    private static final TestWorkflowEnvironment ONLY =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
  }

  private final HostId host = new HostId("host-" + COUNT.incrementAndGet());
  private final Checkpoints checkpoints;
  private final UsersCheckout checkout;
  private Optional<WorkerFactory> workers = Optional.empty();

  MemoryEngine(Checkpoints checkpoints, UsersCheckout checkout) {
    this.checkpoints = checkpoints;
    this.checkout = checkout;
  }

  /// The host whose hands the workers have.
  public HostId host() {
    return host;
  }

  /// Where the workers of this Otto look for workflows.
  public String queue() {
    return "otto-test-" + host;
  }

  /// A client of the engine, with workers behind it.
  public synchronized WorkflowClient client() {
    if (workers.isEmpty()) {
      workers = Optional.of(started());
    }
    return Server.ONLY.getWorkflowClient();
  }

  private WorkerFactory started() {
    var factory = WorkerFactory.newInstance(Server.ONLY.getWorkflowClient());
    var workflows = factory.newWorker(queue());
    workflows.registerWorkflowImplementationTypes(
        ObedientRun.class, LookAtProject.class, LandRun.class);
    workflows.registerActivitiesImplementations(new StoreRecording(checkpoints));
    factory
        .newWorker(Patience.hostQueue(host))
        .registerActivitiesImplementations(new Folders(), checkout);
    factory.start();
    return factory;
  }

  /// Carries the run from its checkpoint under a new epoch, as a sweep does.
  public void carry(RunId run) {
    var taken = checkpoints.take(run);
    var options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(RunWorkflow.idOf(run))
            .setTaskQueue(queue())
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING)
            .build();
    var workflow = client().newWorkflowStub(RunWorkflow.class, options);
    WorkflowClient.start(workflow::carryOn, new RunWorkflow.Start(taken.lease(), taken.run()));
  }

  @Override
  public void close() {
    workers.ifPresent(WorkerFactory::shutdownNow);
  }
}

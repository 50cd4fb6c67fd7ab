package dev.otto.standalone.engine;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A workflow that takes a few steps with short pauses, and a worker for it: enough to see an
/// engine carry on.
final class Relay implements AutoCloseable {
  private static final String QUEUE = "relay";
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final EngineConnection connection;
  private final WorkerFactory factory;

  Relay(Engine engine) {
    this(engine.reach());
  }

  Relay(EngineReach reach) {
    connection = reach.connect();
    factory = WorkerFactory.newInstance(connection.client());
    var worker = factory.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(RunRelay.class);
    worker.registerActivitiesImplementations(new CountedSteps());
    factory.start();
  }

  /// Starts one of so many steps.
  WorkflowStub start(String id, int steps) {
    var options = WorkflowOptions.newBuilder().setTaskQueue(QUEUE).setWorkflowId(id).build();
    var stub = connection.client().newUntypedWorkflowStub("RelayWorkflow", options);
    stub.start(steps);
    return stub;
  }

  /// One that was started before.
  WorkflowStub started(String id) {
    return connection.client().newUntypedWorkflowStub(id);
  }

  static int steps(WorkflowStub relay) {
    try {
      return relay.getResult(30, TimeUnit.SECONDS, Integer.class);
    } catch (TimeoutException late) {
      throw new AssertionError("the relay does not end", late);
    }
  }

  @Override
  public void close() {
    factory.shutdownNow();
    factory.awaitTermination(5, TimeUnit.SECONDS);
    connection.close();
  }

  @WorkflowInterface
  public interface RelayWorkflow {
    @WorkflowMethod
    int run(int steps);
  }

  @ActivityInterface
  public interface Steps {
    int after(int step);
  }

  public static final class RunRelay implements RelayWorkflow {
    private final Steps steps =
        Workflow.newActivityStub(
            Steps.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());

    @Override
    public int run(int wanted) {
      var taken = 0;
      while (taken < wanted) {
        taken = steps.after(taken);
        Workflow.sleep(PAUSE);
      }
      return taken;
    }
  }

  static final class CountedSteps implements Steps {
    @Override
    public int after(int step) {
      return step + 1;
    }
  }
}

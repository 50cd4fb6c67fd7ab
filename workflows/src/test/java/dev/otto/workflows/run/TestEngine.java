package dev.otto.workflows.run;

import dev.otto.model.HostId;
import dev.otto.model.RunId;
import dev.otto.model.Sample;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.workflows.payload.Payloads;
import io.grpc.ClientInterceptor;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// An engine inside this JVM with a worker of the run workflow, for any number of runs.
final class TestEngine implements AutoCloseable {
  static final String QUEUE = "otto-test";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration THROTTLE = Duration.ofMillis(50);

  private final RoutedHands hands = new RoutedHands();
  private final TestWorkflowEnvironment environment;

  TestEngine(ClientInterceptor... interceptors) {
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowServiceStubsOptions(
                    WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(List.of(interceptors))
                        .build())
                .setWorkflowClientOptions(client())
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
                .build());
    var durable = environment.newWorker(QUEUE, options());
    durable.registerWorkflowImplementationTypes(
        WorkflowImplementationOptions.newBuilder()
            .setFailWorkflowExceptionTypes(Throwable.class)
            .build(),
        PursueRun.class);
    durable.registerActivitiesImplementations(hands);
    for (var queue : List.of(Patience.hostQueue(Sample.HOST), Patience.callQueue(Sample.HOST))) {
      environment.newWorker(queue, options()).registerActivitiesImplementations(hands);
    }
    environment.start();
  }

  /// A new run with these settings, not started yet.
  TestRun run(RunSettings settings) {
    return run(settings, Sample.HOST);
  }

  /// A new run of this host, not started yet.
  TestRun run(HostId host) {
    return run(RunSettings.of("scripted"), host);
  }

  private TestRun run(RunSettings settings, HostId host) {
    return run(
        List.of(
            new RunEntry(
                new RunEvent.Created(
                    Sample.PROJECT, Sample.digest("intent"), "A thing", host, settings),
                Instant.now())));
  }

  /// Begins to lend the hands of another host, until the answer is shut down.
  WorkerFactory comes(HostId host) {
    var factory = WorkerFactory.newInstance(environment.getWorkflowClient());
    for (var queue : List.of(Patience.hostQueue(host), Patience.callQueue(host))) {
      factory.newWorker(queue, options()).registerActivitiesImplementations(hands);
    }
    factory.start();
    return factory;
  }

  TestRun run() {
    return run(RunSettings.of("scripted"));
  }

  /// A run that stands after these events, not started yet.
  TestRun run(List<RunEntry> log) {
    var id = RunId.at(Sample.NOON, NUMBER.incrementAndGet());
    var store = new MemoryStore(id, log);
    var world = new QuickWorld(store);
    hands.add(id, store, world);
    return new TestRun(environment.getWorkflowClient(), id, store, world);
  }

  /// Carries a history out again; what decides otherwise than it did then throws.
  void replay(TestRun run) throws Exception {
    var history = run.client().fetchHistory(RunWorkflow.idOf(run.id()));
    var again =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client()).build());
    try (again) {
      WorkflowReplayer.replayWorkflowExecution(history, again, PursueRun.class);
    }
  }

  private static WorkflowClientOptions client() {
    return WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
  }

  private static WorkerOptions options() {
    return WorkerOptions.newBuilder()
        .setMaxHeartbeatThrottleInterval(THROTTLE)
        .setDefaultHeartbeatThrottleInterval(THROTTLE)
        .setDefaultDeadlockDetectionTimeout(10_000)
        .build();
  }

  @Override
  public void close() {
    environment.close();
  }
}

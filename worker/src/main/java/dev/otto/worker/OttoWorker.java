package dev.otto.worker;

import dev.otto.activities.audit.CellAudits;
import dev.otto.activities.call.AgentCalls;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.group.GitGroups;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.HostPresence;
import dev.otto.activities.landing.GitLandings;
import dev.otto.activities.lane.GitLane;
import dev.otto.activities.project.GitLooks;
import dev.otto.activities.proof.ProofPackets;
import dev.otto.activities.provider.Providers;
import dev.otto.activities.record.StoreRecording;
import dev.otto.activities.spec.StrictSpecs;
import dev.otto.activities.workspace.GitWorkspaces;
import dev.otto.store.run.Checkpoints;
import dev.otto.workflows.landing.LandRun;
import dev.otto.workflows.project.LookAtProject;
import dev.otto.workflows.run.Patience;
import dev.otto.workflows.run.PursueRun;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/// The worker of one host: carries workflows on, records, and lends its hands.
public final class OttoWorker implements AutoCloseable {
  private static final Duration THROTTLE = Duration.ofMillis(200);
  private static final long DEADLOCK_MILLIS = 10_000;
  private static final int HANDS = 64;

  private final WorkerFactory factory;
  private final ActivityPulse pulse;

  private OttoWorker(WorkerFactory factory, ActivityPulse pulse) {
    this.factory = factory;
    this.pulse = pulse;
  }

  /// What a worker needs.
  ///
  /// @param queue the task queue of workflows and recording
  /// @param agents how many agents may work at once
  /// @param engine the engine in use, for people
  public record Parts(
      WorkflowClient client,
      Jdbi jdbi,
      Host host,
      Providers providers,
      Gateway gateway,
      String queue,
      int agents,
      String engine) {}

  /// Starts polling; from then on runs move.
  public static OttoWorker start(Parts parts) {
    var pulse = new ActivityPulse();
    var factory =
        WorkerFactory.newInstance(
            parts.client(),
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkerInterceptors(pulse)
                .build());
    durable(factory, parts);
    hands(factory, parts);
    calls(factory, parts);
    factory.start();
    return new OttoWorker(factory, pulse);
  }

  private static void durable(WorkerFactory factory, Parts parts) {
    var worker = factory.newWorker(parts.queue(), options(HANDS));
    worker.registerWorkflowImplementationTypes(
        WorkflowImplementationOptions.newBuilder()
            .setFailWorkflowExceptionTypes(Throwable.class)
            .build(),
        PursueRun.class,
        LookAtProject.class,
        LandRun.class);
    worker.registerActivitiesImplementations(new StoreRecording(new Checkpoints(parts.jdbi())));
  }

  private static void hands(WorkerFactory factory, Parts parts) {
    var host = parts.host();
    factory
        .newWorker(Patience.hostQueue(host.id()), options(HANDS))
        .registerActivitiesImplementations(
            new HostPresence(),
            new GitWorkspaces(host),
            new StrictSpecs(host),
            new GitGroups(host, parts.jdbi()),
            new GitLane(host),
            new CellAudits(host),
            new ProofPackets(host, parts.jdbi(), parts.engine()),
            new GitLooks(host),
            new GitLandings(host, parts.jdbi()));
  }

  private static void calls(WorkerFactory factory, Parts parts) {
    factory
        .newWorker(Patience.callQueue(parts.host().id()), options(parts.agents()))
        .registerActivitiesImplementations(
            new AgentCalls(parts.host(), parts.jdbi(), parts.providers(), parts.gateway()));
  }

  private static WorkerOptions options(int slots) {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setMaxConcurrentActivityExecutionSize(slots)
        .setMaxHeartbeatThrottleInterval(THROTTLE)
        .setDefaultHeartbeatThrottleInterval(THROTTLE)
        .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
        .build();
  }

  /// Stops polling and interrupts what is under way; the next start goes on from the checkpoints.
  @Override
  public void close() {
    pulse.ends();
    factory.shutdownNow();
    factory.awaitTermination(10, TimeUnit.SECONDS);
  }
}

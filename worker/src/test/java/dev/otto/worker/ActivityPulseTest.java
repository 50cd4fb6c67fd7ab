package dev.otto.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a hand when its worker ends under it.
@Timeout(60)
class ActivityPulseTest {
  private static final String HANDS = "hands";

  private final TestWorkflowEnvironment engine =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
  private final Startled hand = new Startled();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_hand_whose_worker_ends_under_it_is_asked_again_whatever_it_says() throws Exception {
    engine.newWorker("errands").registerWorkflowImplementationTypes(RunErrand.class);
    engine.start();
    var pulse = new ActivityPulse();
    var worker = worker(pulse);
    var errand = errand();
    hand.begun.await();

    pulse.ends();
    worker.shutdownNow();
    worker.awaitTermination(10, TimeUnit.SECONDS);
    var next = worker(new ActivityPulse());

    assertThat(errand.getResult(String.class)).isEqualTo("done at the 2nd time");
    next.shutdownNow();
    next.awaitTermination(10, TimeUnit.SECONDS);
  }

  private WorkerFactory worker(ActivityPulse pulse) {
    var factory =
        WorkerFactory.newInstance(
            engine.getWorkflowClient(),
            WorkerFactoryOptions.newBuilder().setWorkerInterceptors(pulse).build());
    factory
        .newWorker(HANDS, WorkerOptions.newBuilder().setUsingVirtualThreads(true).build())
        .registerActivitiesImplementations(hand);
    factory.start();
    return factory;
  }

  private WorkflowStub errand() {
    var errand =
        engine
            .getWorkflowClient()
            .newWorkflowStub(
                Errand.class, WorkflowOptions.newBuilder().setTaskQueue("errands").build());
    return engine
        .getWorkflowClient()
        .newUntypedWorkflowStub(WorkflowClient.start(errand::run).getWorkflowId());
  }

  @WorkflowInterface
  public interface Errand {
    @WorkflowMethod
    String run();
  }

  @ActivityInterface
  public interface Hands {
    String work();
  }

  /// Asks a hand.
  public static final class RunErrand implements Errand {
    private final Hands hands =
        Workflow.newActivityStub(
            Hands.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(HANDS)
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .build());

    @Override
    public String run() {
      return hands.work();
    }
  }

  /// Takes an interruption of its first work for a bug.
  private static final class Startled implements Hands {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();

    @Override
    public String work() {
      if (times.incrementAndGet() > 1) {
        return "done at the 2nd time";
      }
      begun.countDown();
      try {
        new CountDownLatch(1).await();
        return "never";
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }
}

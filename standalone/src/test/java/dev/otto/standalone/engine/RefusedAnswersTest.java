package dev.otto.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.CommandType;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.TemporalFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A workflow that cancels what has ended just before its answer comes to the engine of this JVM.
@Timeout(60)
class RefusedAnswersTest {
  private static final String QUEUE = "errands";

  private final InProcessEngine engine = new InProcessEngine();
  private final Hand hand = new Hand();
  private final Meeting meeting = new Meeting(hand);
  private final WorkflowServiceStubs stubs = stubs();
  private final WorkflowClient client =
      WorkflowClient.newInstance(
          stubs, WorkflowClientOptions.newBuilder().setNamespace(Engine.NAMESPACE).build());
  private final WorkerFactory factory = WorkerFactory.newInstance(client);

  @AfterEach
  void close() {
    factory.shutdownNow();
    factory.awaitTermination(5, TimeUnit.SECONDS);
    stubs.shutdownNow();
    engine.close();
  }

  @Test
  void an_execution_whose_answer_is_refused_is_told() throws Exception {
    var told = new CompletableFuture<String>();
    engine.whenStuck(told::complete);
    var worker = factory.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(RunErrand.class);
    worker.registerActivitiesImplementations(hand);
    factory.start();
    var errand =
        client.newWorkflowStub(
            Errand.class,
            WorkflowOptions.newBuilder().setWorkflowId("errand").setTaskQueue(QUEUE).build());
    var execution = WorkflowClient.start(errand::run);
    hand.begun.await();

    errand.stop();

    assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo(execution.getRunId());
  }

  private WorkflowServiceStubs stubs() {
    if (!(engine.reach() instanceof EngineReach.Inside(var channel, var listener))) {
      throw new IllegalStateException("the engine is not inside");
    }
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setChannel(channel)
            .setGrpcClientInterceptors(List.of(listener, meeting))
            .build());
  }

  @WorkflowInterface
  public interface Errand {
    @WorkflowMethod
    void run();

    @SignalMethod
    void stop();
  }

  @ActivityInterface
  public interface Hands {
    void work();
  }

  /// Cancels its hand when it is told to stop.
  public static final class RunErrand implements Errand {
    private final Hands hands =
        Workflow.newActivityStub(
            Hands.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(1)).build());
    private final CancellationScope work = Workflow.newCancellationScope(hands::work);

    @Override
    public void run() {
      try {
        work.run();
      } catch (TemporalFailure stopped) {
        Workflow.await(() -> false);
      }
    }

    @Override
    public void stop() {
      work.cancel();
    }
  }

  /// Works until it is let go.
  private static final class Hand implements Hands {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void work() {
      begun.countDown();
      await(end);
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Lets the hand end, and the engine know it, while the answer that cancels it is on its way.
  private static final class Meeting implements ClientInterceptor {
    private final Hand hand;
    private final CountDownLatch ended = new CountDownLatch(1);

    Meeting(Hand hand) {
      this.hand = hand;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        private boolean ending;

        @Override
        public void start(Listener<A> responses, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(responses) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                  if (ending) {
                    ended.countDown();
                  }
                  super.onClose(status, trailers);
                }
              },
              headers);
        }

        @Override
        public void sendMessage(Q message) {
          ending = message instanceof RespondActivityTaskCompletedRequest;
          if (message instanceof RespondWorkflowTaskCompletedRequest answer && cancels(answer)) {
            hand.end.countDown();
            Hand.await(ended);
          }
          super.sendMessage(message);
        }
      };
    }

    private static boolean cancels(RespondWorkflowTaskCompletedRequest answer) {
      return answer.getCommandsList().stream()
          .anyMatch(command ->
              command.getCommandType() == CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK);
    }
  }
}

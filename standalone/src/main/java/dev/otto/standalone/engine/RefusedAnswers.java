package dev.otto.standalone.engine;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to the answers of workflows, and tells whose answer the engine refused.
///
/// The engine inside this JVM refuses an answer that cancels what has just ended, instead of asking
/// for another, and has by then half taken it: whatever that workflow answers later is refused too.
final class RefusedAnswers implements ClientInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedAnswers.class);

  /// By the token of the task that waits for an answer: the execution it belongs to.
  private final Map<ByteString, String> tasks = new ConcurrentHashMap<>();

  private final AtomicReference<Consumer<String>> listener = new AtomicReference<>(_ -> {});

  /// From now on tells this one, with the id of the execution.
  void tell(Consumer<String> cure) {
    listener.set(cure);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new Overheard<>(next.newCall(method, options));
  }

  private void given(PollWorkflowTaskQueueResponse task) {
    if (!task.hasQuery() && !task.getTaskToken().isEmpty()) {
      tasks.put(task.getTaskToken(), task.getWorkflowExecution().getRunId());
    }
  }

  private void answered(ByteString token, Status status) {
    var execution = Optional.ofNullable(tasks.remove(token));
    if (refused(status)) {
      LOG.warn("answer of a workflow refused: execution={} status={}", execution, status);
      execution.ifPresent(listener.get());
    }
  }

  /// Whether the engine did not want the answer; one that came late, or not at all, is another
  /// matter.
  private static boolean refused(Status status) {
    return switch (status.getCode()) {
      case FAILED_PRECONDITION, INVALID_ARGUMENT, INTERNAL, UNKNOWN -> true;
      default -> false;
    };
  }

  /// One call to the engine.
  private final class Overheard<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private Optional<ByteString> answering = Optional.empty();

    Overheard(ClientCall<Q, A> call) {
      super(call);
    }

    @Override
    public void start(Listener<A> responses, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(responses) {
            @Override
            public void onMessage(A message) {
              switch (message) {
                case PollWorkflowTaskQueueResponse task -> given(task);
                case RespondWorkflowTaskCompletedResponse taken -> given(taken.getWorkflowTask());
                default -> {}
              }
              super.onMessage(message);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
              answering.ifPresent(token -> answered(token, status));
              super.onClose(status, trailers);
            }
          },
          headers);
    }

    @Override
    public void sendMessage(Q message) {
      switch (message) {
        case RespondWorkflowTaskCompletedRequest answer ->
            answering = Optional.of(answer.getTaskToken());
        case RespondWorkflowTaskFailedRequest none -> tasks.remove(none.getTaskToken());
        default -> {}
      }
      super.sendMessage(message);
    }
  }
}

package dev.otto.workflows.run;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Loses one answer of a workflow task on its way to the engine, as if its worker had died.
final class LostAnswer implements ClientInterceptor {
  private final Predicate<RespondWorkflowTaskCompletedRequest> which;
  private final AtomicBoolean lost = new AtomicBoolean();
  private final AtomicBoolean holds = new AtomicBoolean();
  private volatile CompletableFuture<@Nullable Void> wait = CompletableFuture.completedFuture(null);

  LostAnswer(Predicate<RespondWorkflowTaskCompletedRequest> which) {
    this.which = which;
  }

  /// From now on answers wait.
  void holdsBack() {
    wait = new CompletableFuture<>();
  }

  void letsGo() {
    wait.complete(null);
  }

  /// Whether an answer waits.
  boolean holds() {
    return holds.get();
  }

  boolean happened() {
    return lost.get();
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        if (message instanceof RespondWorkflowTaskCompletedRequest answer
            && which.test(answer)
            && lost.compareAndSet(false, true)) {
          cancel("lost on the way", Status.NOT_FOUND.asRuntimeException());
          return;
        }
        if (message instanceof RespondWorkflowTaskCompletedRequest) {
          holds.set(!wait.isDone());
          wait.join();
        }
        super.sendMessage(message);
      }
    };
  }
}

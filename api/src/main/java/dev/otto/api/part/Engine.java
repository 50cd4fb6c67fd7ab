package dev.otto.api.part;

import dev.otto.api.problem.ReadinessRefusal;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The engine, as soon as it is there: every question to it has an end.
///
/// @param queue the task queue on which workflows of this build are carried
public record Engine(Late<WorkflowClient> client, String queue) {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("engine-patience").factory());

  /// What the engine answers within this time; one that does not answer is away.
  public <R> R ask(Duration patience, Function<WorkflowClient, R> question) {
    try {
      return within(patience, question);
    } catch (StatusRuntimeException | WorkflowServiceException | CancellationException silent) {
      throw new ReadinessRefusal.EngineAway().refused();
    }
  }

  /// The same, with the engine's own failures.
  public <R> R within(Duration patience, Function<WorkflowClient, R> question) {
    var ready = client.ready();
    try (var limit =
        Context.current().withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS, CLOCK)) {
      return limit.call(() -> question.apply(ready));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Options of a workflow of this build.
  public WorkflowOptions.Builder workflow(String id) {
    return WorkflowOptions.newBuilder().setTaskQueue(queue).setWorkflowId(id);
  }
}

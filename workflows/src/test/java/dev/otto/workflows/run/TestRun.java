package dev.otto.workflows.run;

import static org.awaitility.Awaitility.await;

import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/// One run on a test engine, with its store and its world.
record TestRun(WorkflowClient client, RunId id, MemoryStore store, QuickWorld world) {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final WorkflowExecutionStatus RUNNING =
      WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;

  /// Starts it from its checkpoint under the next epoch.
  TestRun starts() {
    var options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(RunWorkflow.idOf(id))
            .setTaskQueue(TestEngine.QUEUE)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING)
            .build();
    WorkflowClient.start(client.newWorkflowStub(RunWorkflow.class, options)::carryOn, store.take());
    return this;
  }

  /// Sends the command. Where this engine loses it, as it may when a hand answers while it is told
  /// to stop, the run is started anew and asked again.
  void obeys(RunCommand command) {
    try {
      asked(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      againObeys(command);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof RuntimeException refused) || !lost(refused)) {
        throw new CompletionException(failed.getCause());
      }
      againObeys(command);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static boolean lost(RuntimeException failure) {
    return failure.getCause() instanceof ApplicationFailure lost
        && lost.getType().equals("AcceptedUpdateCompletedWorkflow");
  }

  private void againObeys(RunCommand command) {
    if (!events().contains(command.event())) {
      starts();
      asked(command).join();
    }
  }

  CompletableFuture<RunWorkflow.Obeyed> asked(RunCommand command) {
    var workflow = client.newWorkflowStub(RunWorkflow.class, RunWorkflow.idOf(id));
    return CompletableFuture.supplyAsync(() -> workflow.obey(command), Thread.ofVirtual()::start);
  }

  TestRun until(Predicate<Run> there) {
    try {
      await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> there.test(run()));
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("%s\n%s".formatted(run(), String.join("\n", words())), late);
    }
    return this;
  }

  TestRun ends() {
    return until(run -> run.ended().isPresent());
  }

  TestRun isHeld() {
    return until(run -> run.hold().isPresent());
  }

  /// Waits until the call with these words is under way.
  TestRun calls(String words) {
    return until(_ -> world.runs(words));
  }

  /// Waits until the workflow itself is over, one way or the other.
  WorkflowExecutionStatus over() {
    await().atMost(LONG).until(() -> status() != RUNNING);
    return status();
  }

  WorkflowExecutionStatus status() {
    return stub().describe().getStatus();
  }

  /// The events of the engine's history, in words.
  List<String> history() {
    return client.fetchHistory(RunWorkflow.idOf(id)).getEvents().stream()
        .map(event -> event.getEventType().name())
        .toList();
  }

  WorkflowStub stub() {
    return client.newUntypedWorkflowStub(RunWorkflow.idOf(id));
  }

  Run run() {
    return store.run();
  }

  /// The log in words.
  List<String> words() {
    return store.log().stream().map(entry -> entry.event().word()).toList();
  }

  List<RunEvent> events() {
    return store.log().stream().map(entry -> entry.event()).toList();
  }

  static RunCommand pause(boolean now) {
    return new RunCommand.Pause("ada", now, Optional.empty());
  }

  static RunCommand resume() {
    return new RunCommand.Resume("ada", Optional.empty());
  }

  static RunCommand abort() {
    return new RunCommand.Abort("ada", "enough", Optional.empty());
  }
}

package dev.otto.api.run;

import dev.otto.api.part.Engine;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunView;
import dev.otto.workflows.run.RunWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends commands to runs and answers when they are obeyed and stored.
///
/// An epoch may end under a command: then nobody knows whether it was obeyed but the command's row,
/// which is written with the event. So the row is asked, and the command sent again to the next
/// epoch, for as long as a person waits. A run that stands without a workflow gets one, to obey.
public record RunCommands(Engine engine, CommandRows rows, RunViews views, Waiting waiting) {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommands.class);
  private static final Pattern REFUSAL = Pattern.compile("[a-z][a-z-]*");

  /// How long one try may take, how long all of them, and how long to rest between two. One is
  /// short, for an engine may lose it without a word; sent again, it is the same command.
  public record Waiting(Duration one, Duration all, Duration rest) {
    public static final Waiting OF_A_PERSON =
        new Waiting(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofMillis(250));
  }

  /// What one try came to.
  private sealed interface Try {
    record Obeyed() implements Try {}

    /// The workflow's validator said no.
    record Refused(Refusal refusal) implements Try {}

    /// Nobody can say what became of it.
    record Lost(String why) implements Try {}
  }

  /// The run after it has obeyed, now or when the same key came before.
  public RunView obeyed(RunId run, RunCommand command, IdempotencyKey key) {
    if (!obeyedOrImpossible(run, command, key)) {
      var _ = engine.client().ready();
      var others = new SameAccount(this, rows.store(), views, views.state(run));
      carryOut(run, command, key);
      if (command instanceof RunCommand.Resume(var by, _)) {
        others.goOn(by);
      }
    }
    return views.of(run);
  }

  /// Has this run obey, and nothing else.
  void carryOut(RunId run, RunCommand command, IdempotencyKey key) {
    rows.keep(key, run);
    sendUntilObeyed(run, command, key);
  }

  private void sendUntilObeyed(RunId run, RunCommand command, IdempotencyKey key) {
    var end = Instant.now().plus(waiting.all());
    while (true) {
      rows.wanted(run);
      var outcome =
          send(run, command, key, shorter(waiting.one(), Duration.between(Instant.now(), end)));
      if (obeyedOrImpossible(run, command, key)) {
        return;
      }
      if (outcome instanceof Try.Refused(var refusal)) {
        throw refusal.refused();
      }
      LOG.info("command sent again: run={} outcome={}", run, outcome);
      if (Instant.now().plus(waiting.rest()).isAfter(end)) {
        throw new ReadinessRefusal.NotObeyed(run.value()).refused();
      }
      rest();
    }
  }

  private Try send(RunId run, RunCommand command, IdempotencyKey key, Duration patience) {
    try {
      return engine.within(patience, client -> send(run, command, key, client, patience));
    } catch (WorkflowUpdateException failed) {
      return outcome(failed);
    } catch (WorkflowException | StatusRuntimeException | CancellationException lost) {
      return new Try.Lost(lost.getClass().getSimpleName());
    }
  }

  private Try send(
      RunId run, RunCommand command, IdempotencyKey key, WorkflowClient client, Duration patience) {
    var workflow = client.newWorkflowStub(RunWorkflow.class, RunWorkflow.idOf(run));
    var options =
        UpdateOptions.newBuilder(RunWorkflow.Obeyed.class)
            .setUpdateId(key.text())
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build();
    var sent = WorkflowClient.startUpdate(workflow::obey, command, options);
    try {
      sent.getResultAsync().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Try.Obeyed();
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof WorkflowUpdateException update
          ? outcome(update)
          : new Try.Lost(String.valueOf(failed.getCause()));
    } catch (TimeoutException slow) {
      return new Try.Lost("no answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReadinessRefusal.EngineAway().refused();
    }
  }

  private static Try outcome(WorkflowUpdateException failed) {
    return failed.getCause() instanceof ApplicationFailure no
            && REFUSAL.matcher(no.getType()).matches()
        ? new Try.Refused(
            new PassedOn(
                no.getType(),
                no.getOriginalMessage(),
                no.getDetails().get(String.class),
                Refusal.Kind.CONFLICT))
        : new Try.Lost(String.valueOf(failed.getCause()));
  }

  /// Whether it was obeyed; what the run, as it is stored, cannot obey is refused.
  ///
  /// The state is read first: what makes the command impossible may be the command itself, and then
  /// its row says so, since both are written at once.
  private boolean obeyedOrImpossible(RunId run, RunCommand command, IdempotencyKey key) {
    var refusal = command.refusal(views.state(run));
    if (rows.obeyed(key)) {
      return true;
    }
    refusal.ifPresent(impossible -> {
      throw impossible.refused();
    });
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void rest() {
    try {
      Thread.sleep(waiting.rest());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReadinessRefusal.EngineAway().refused();
    }
  }
}

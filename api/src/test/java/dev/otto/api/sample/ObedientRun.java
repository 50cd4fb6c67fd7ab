package dev.otto.api.sample;

import dev.otto.model.run.RunCommand;
import dev.otto.workflows.record.Log;
import dev.otto.workflows.record.Recording;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/// A run that does nothing of its own and obeys every command it may.
public final class ObedientRun implements RunWorkflow {
  private final Log log;

  @WorkflowInit
  public ObedientRun(Start start) {
    var options =
        ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build();
    this.log =
        new Log(Workflow.newActivityStub(Recording.class, options), start.lease(), start.run());
  }

  @Override
  public void carryOn(Start start) {
    var recorder = log.recorder();
    Workflow.await(() -> log.lost() || log.run().stopped().isPresent());
    Workflow.await(Workflow::isEveryHandlerFinished);
    log.close();
    recorder.get();
  }

  @Override
  public void mayObey(RunCommand command) {
    command
        .refusal(log.run())
        .ifPresent(refusal -> {
          throw ApplicationFailure.newNonRetryableFailure(
              refusal.sentence(), refusal.code(), refusal.nextStep());
        });
  }

  @Override
  public Obeyed obey(RunCommand command) {
    log.happened(command.event());
    var seq = log.run().seq();
    log.recorded();
    return new Obeyed(seq);
  }

  @Override
  public void slept(Slept news) {
    // It has no time that could be used up.
  }
}

package dev.otto.worker;

import dev.otto.model.RunId;
import dev.otto.model.run.RunCommand;
import dev.otto.store.run.Runs;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the worker tells all runs that are open. One that cannot hear it, for whatever reason,
/// keeps none of the others from hearing it.
public record OpenRuns(Jdbi jdbi, WorkflowClient client) {
  private static final Logger LOG = LoggerFactory.getLogger(OpenRuns.class);

  /// The machine has slept.
  public void slept(Duration time) {
    each(run -> workflow(run).slept(new RunWorkflow.Slept(time.toMillis())));
  }

  /// Lets those that do not stand still begin nothing more, and says why.
  public void pause(String by) {
    each(run -> {
      if (!standsStill(run)) {
        workflow(run).obey(new RunCommand.Pause(by, false, Optional.empty()));
        LOG.warn("run paused: run={} by={}", run, by);
      }
    });
  }

  private boolean standsStill(RunId run) {
    return jdbi.withExtension(Runs.class, runs -> runs.named(run.value()))
        .map(row -> row.state().hold().isPresent() || row.state().plan().over())
        .orElse(true);
  }

  private RunWorkflow workflow(RunId run) {
    return client.newWorkflowStub(RunWorkflow.class, RunWorkflow.idOf(run));
  }

  private void each(Consumer<RunId> told) {
    jdbi.withExtension(Runs.class, Runs::open).stream()
        .filter(run -> run.execution() != null && !Runs.NONE.equals(run.execution()))
        .map(run -> new RunId(run.id()))
        .forEach(run -> quietly(run, told));
  }

  private static void quietly(RunId run, Consumer<RunId> told) {
    try {
      told.accept(run);
    } catch (RuntimeException deaf) {
      LOG.debug("run not told: run={}", run, deaf);
    }
  }
}

package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One run of Otto, from an intent to a proof. Started anew from the run's checkpoint whenever its
/// epoch is raised.
@WorkflowInterface
public interface RunWorkflow {
  /// What the workflow starts from: the right to act, and the run as it is stored.
  record Start(Lease lease, Run run) {}

  /// The command was obeyed; the log is stored up to this seq.
  record Obeyed(long seq) {}

  /// The machine has slept for so long.
  record Slept(long millis) {}

  @WorkflowMethod(name = "Run")
  void carryOn(Start start);

  /// Obeys a person; answers when what happened is stored.
  @UpdateMethod(name = "command")
  Obeyed obey(RunCommand command);

  /// Refuses what the run, as it stands, cannot do.
  @UpdateValidatorMethod(updateName = "command")
  void mayObey(RunCommand command);

  /// News that the machine has slept.
  @SignalMethod(name = "slept")
  void slept(Slept news);

  /// The workflow id of a run, the same over all its epochs.
  static String idOf(RunId run) {
    return "run-" + run;
  }
}

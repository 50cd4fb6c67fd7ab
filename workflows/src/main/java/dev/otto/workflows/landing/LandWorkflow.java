package dev.otto.workflows.landing;

import dev.otto.model.RunId;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Lands the audited commit of an ended run. The run itself does not change.
@WorkflowInterface
public interface LandWorkflow {
  @WorkflowMethod(name = "Land")
  LandingHands.Outcome land(LandingHands.Landing landing);

  /// The workflow id of a run's landing.
  static String idOf(RunId run) {
    return "land-" + run;
  }
}

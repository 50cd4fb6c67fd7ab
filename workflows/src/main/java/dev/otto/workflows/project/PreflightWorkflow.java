package dev.otto.workflows.project;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Asks a host to look at a project before a run is created in it; creates nothing.
@WorkflowInterface
public interface PreflightWorkflow {
  @WorkflowMethod(name = "Preflight")
  ProjectLooks.Seen look(ProjectLooks.Look look);
}

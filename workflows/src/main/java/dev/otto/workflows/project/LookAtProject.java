package dev.otto.workflows.project;

import dev.otto.workflows.run.Patience;
import io.temporal.workflow.Workflow;

/// Asks the host once; a look that takes long is a refusal of its own, made by the caller.
public final class LookAtProject implements PreflightWorkflow {
  @Override
  public ProjectLooks.Seen look(ProjectLooks.Look look) {
    return Workflow.newActivityStub(ProjectLooks.class, Patience.forHost(look.host(), "look"))
        .look(look);
  }
}

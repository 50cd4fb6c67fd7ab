package dev.otto.workflows.landing;

import dev.otto.workflows.run.Patience;
import io.temporal.workflow.Workflow;

/// Asks the host that holds the clone to land.
public final class LandRun implements LandWorkflow {
  @Override
  public LandingHands.Outcome land(LandingHands.Landing landing) {
    return Workflow.newActivityStub(LandingHands.class, Patience.forHost(landing.host(), "land"))
        .land(landing);
  }
}

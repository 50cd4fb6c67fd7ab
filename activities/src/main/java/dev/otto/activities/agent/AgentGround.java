package dev.otto.activities.agent;

import java.util.Optional;

/// What surrounds an agent: whether walls stand around it, so that its program need not build its
/// own, and where its model is.
public record AgentGround(boolean walled, Optional<ModelAddress> model) {
  /// No walls, and no model.
  public static final AgentGround BARE = new AgentGround(false, Optional.empty());

  /// Where the model is; a program that thinks cannot be started without.
  public ModelAddress address() {
    return model.orElseThrow(() -> new IllegalStateException("this agent has no model to ask"));
  }
}

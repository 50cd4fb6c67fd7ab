package dev.otto.activities.agent;

import java.util.Optional;
import java.util.Set;

/// What surrounds an agent: whether walls stand around it, so that its program need not build its
/// own, where its model is, or how it goes there itself, and what of the repository's own settings
/// it may obey.
///
/// @param allowed folders and files of the worktree, such as `.claude`
public record AgentGround(
    boolean walled, Optional<ModelAddress> model, Optional<DirectWay> direct, Set<String> allowed) {
  /// No walls, and no model.
  public static final AgentGround BARE = new AgentGround(false, Optional.empty());

  public AgentGround {
    allowed = Set.copyOf(allowed);
  }

  /// Where the repository's settings mean nothing, with a model behind Otto's gateway, or none.
  public AgentGround(boolean walled, Optional<ModelAddress> model) {
    this(walled, model, Optional.empty());
  }

  /// Where the repository's settings mean nothing.
  public AgentGround(boolean walled, Optional<ModelAddress> model, Optional<DirectWay> direct) {
    this(walled, model, direct, Set.of());
  }

  /// The same, where these settings of the repository are obeyed.
  public AgentGround allowing(Set<String> settings) {
    return new AgentGround(walled, model, direct, settings);
  }

  /// Where the model is; a program that thinks cannot be started without.
  public ModelAddress address() {
    return model.orElseThrow(() -> new IllegalStateException("this agent has no model to ask"));
  }
}

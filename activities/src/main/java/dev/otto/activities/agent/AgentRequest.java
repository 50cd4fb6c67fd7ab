package dev.otto.activities.agent;

import dev.otto.model.call.CallOrder;
import java.nio.file.Path;
import java.util.Optional;

/// One call as an adapter is asked for it: the prompt, the worktree it works in, the home that is
/// its own, the conversation to continue, if any, and what surrounds it.
public record AgentRequest(
    CallOrder order,
    String prompt,
    Path worktree,
    Path home,
    Optional<String> conversation,
    ExpectedAnswer answer,
    AgentGround ground) {
  /// On open ground, without a model.
  public AgentRequest(
      CallOrder order,
      String prompt,
      Path worktree,
      Path home,
      Optional<String> conversation,
      ExpectedAnswer answer) {
    this(order, prompt, worktree, home, conversation, answer, AgentGround.BARE);
  }

  /// The same call, continuing that conversation.
  public AgentRequest continuing(Optional<String> earlier) {
    return new AgentRequest(order, prompt, worktree, home, earlier, answer, ground);
  }
}

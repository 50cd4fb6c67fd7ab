package dev.otto.activities.agent;

import dev.otto.model.call.CallOrder;
import java.nio.file.Path;
import java.util.Optional;

/// One call as an adapter is asked for it: the prompt, the worktree it works in, the home that is
/// its own, and the conversation to continue, if any.
public record AgentRequest(
    CallOrder order,
    String prompt,
    Path worktree,
    Path home,
    Optional<String> conversation,
    ExpectedAnswer answer) {}

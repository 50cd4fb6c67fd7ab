package dev.otto.activities.agent.scripted.play;

/// A step that its tool refuses; the agent is told why and goes on.
final class ToolError extends Exception {
  private static final long serialVersionUID = 1L;

  ToolError(String sentence) {
    super(sentence);
  }
}

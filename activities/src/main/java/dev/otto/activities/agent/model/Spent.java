package dev.otto.activities.agent.model;

/// What an answer is said to have used, in tokens: read anew, read from a cache, and written.
public record Spent(long read, long cached, long written) {
  /// Nothing at all.
  public static final Spent NOTHING = new Spent(0, 0, 0);

  /// What an answer has used of which nobody says otherwise.
  public static final Spent USUAL =
      new Spent(ScriptedModelServer.READ, ScriptedModelServer.CACHED, ScriptedModelServer.WRITTEN);

  /// Both together.
  public Spent plus(Spent more) {
    return new Spent(read + more.read, cached + more.cached, written + more.written);
  }
}

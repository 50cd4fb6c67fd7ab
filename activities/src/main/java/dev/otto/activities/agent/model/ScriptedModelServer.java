package dev.otto.activities.agent.model;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// A scripted model that answers each request of an agent that wants its model to think with the
/// next turn of its script, whoever asks, and keeps a journal of what it was asked; when the script
/// is at its end, it says so and no more.
public final class ScriptedModelServer implements AutoCloseable {
  /// What every answer is said to have used, in tokens: read anew, read from a cache, and written.
  public static final int READ = 100;

  public static final int CACHED = 30;
  public static final int WRITTEN = 25;

  private static final Turn AT_ITS_END = Turn.says("The script is at its end.");

  private final ModelServer server;
  private final Queue<Turn> script;
  private final List<Request> journal = new ArrayList<>();

  private ScriptedModelServer(List<Turn> script) {
    this.script = new ArrayDeque<>(script);
    this.server = ModelServer.following(_ -> next(), this::note);
  }

  /// A server that plays this script.
  public static ScriptedModelServer playing(Turn... script) {
    return playing(List.of(script));
  }

  /// A server that plays this script.
  public static ScriptedModelServer playing(List<Turn> script) {
    return new ScriptedModelServer(script);
  }

  /// Where it is, without a path.
  public URI base() {
    return server.base();
  }

  /// What it was asked by models' users so far, in order; requests for anything else are left out.
  public List<Request> journal() {
    return everything().stream().filter(Request::asksToThink).toList();
  }

  /// Every request so far, in order.
  public List<Request> everything() {
    synchronized (journal) {
      return List.copyOf(journal);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private void note(Request request) {
    synchronized (journal) {
      journal.add(request);
    }
  }

  private Turn next() {
    synchronized (script) {
      return Optional.ofNullable(script.poll()).orElse(AT_ITS_END);
    }
  }
}

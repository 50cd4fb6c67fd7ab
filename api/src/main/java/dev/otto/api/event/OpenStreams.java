package dev.otto.api.event;

import dev.otto.store.announce.Listener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The listeners that are being told something, so that the server can end.
public final class OpenStreams implements AutoCloseable {
  private final Set<Listener> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// An entry of the list, until it is closed.
  public interface Entry extends AutoCloseable {
    @Override
    void close();
  }

  public Entry opened(Listener listener) {
    open.add(listener);
    if (closed) {
      listener.close();
    }
    return () -> open.remove(listener);
  }

  /// How many there are.
  public int count() {
    return open.size();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Listener::close);
  }
}

package dev.otto.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is closed in the reverse order of its opening: once, whoever asks first, and whatever one
/// of them throws. Who asks meanwhile waits until all is closed.
public final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  private record Part(String name, AutoCloseable thing) {}

  /// Closes it too, before all that was added earlier. Late for the closing, it is closed at once.
  public synchronized <T extends AutoCloseable> T add(String name, T thing) {
    parts.push(new Part(name, thing));
    if (closed) {
      closeAll();
    }
    return thing;
  }

  /// Closes all when the JVM ends, for whatever reason but a kill. There must be one such object
  /// per JVM: two would close at the same time.
  public Closing atExit() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("otto-closing").unstarted(this::close));
    return this;
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeAll();
  }

  private void closeAll() {
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(Part part) {
    var start = System.nanoTime();
    try {
      part.thing().close();
      LOG.info("{} closed: ms={}", part.name(), (System.nanoTime() - start) / 1_000_000);
    } catch (Exception failure) {
      LOG.error("{} not closed", part.name(), failure);
    }
  }
}

package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/// All lines to Otto, of which one always waits to be used.
final class Lines implements ThreadFactory {
  private static final int STACK = 256 << 10;

  private final UnixDomainSocketAddress otto;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  Lines(String socket) {
    this.otto = UnixDomainSocketAddress.of(socket);
  }

  /// Has one more line wait.
  void add() {
    newThread(new Line(this)).start();
  }

  SocketChannel dial() throws IOException {
    var line = SocketChannel.open(otto);
    open.add(line);
    return line;
  }

  void hangUp(SocketChannel line) {
    open.remove(line);
    try {
      line.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to do for it.
    }
  }

  /// Ends all lines: a program whose threads still wait in the kernel takes 300 ms longer to end.
  void close() {
    open.forEach(this::hangUp);
  }

  /// Small stacks, and no reason for the program to stay alive.
  @Override
  public Thread newThread(Runnable work) {
    var thread = new Thread(null, work, "line", STACK);
    thread.setDaemon(true);
    return thread;
  }
}

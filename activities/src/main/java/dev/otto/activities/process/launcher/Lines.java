package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadFactory;

/// All lines to Otto, of which one always waits to be used.
final class Lines implements ThreadFactory {
  private static final int STACK = 256 << 10;

  private final UnixDomainSocketAddress otto;

  Lines(String socket) {
    this.otto = UnixDomainSocketAddress.of(socket);
  }

  /// Has one more line wait.
  void add() {
    newThread(new Line(this)).start();
  }

  SocketChannel dial() throws IOException {
    return SocketChannel.open(otto);
  }

  /// Small stacks, and none of them keeps the program alive.
  @Override
  public Thread newThread(Runnable work) {
    var thread = new Thread(null, work, "line", STACK);
    thread.setDaemon(true);
    return thread;
  }
}

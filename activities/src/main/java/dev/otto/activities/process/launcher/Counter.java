package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// A port of the Cell's loopback behind which Otto listens: every connection to it becomes one to
/// the socket.
final class Counter implements Runnable {
  private final ServerSocketChannel port;
  private final Lines lines;

  private Counter(ServerSocketChannel port, Lines lines) {
    this.port = port;
    this.lines = lines;
  }

  /// Opens the port; the command is started only when it is open.
  static void open(int port, Lines lines) throws IOException {
    var channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    lines.newThread(new Counter(channel, lines)).start();
  }

  @Override
  public void run() {
    try {
      while (true) {
        var guest = port.accept();
        lines.newThread(() -> serve(guest)).start();
      }
    } catch (IOException closed) {
      // The Cell is at its end.
    }
  }

  private void serve(SocketChannel guest) {
    try (guest;
        var line = lines.dial()) {
      Pipe.join(guest, line, lines);
    } catch (IOException ended) {
      // The guest sees its connection end, which is all there is to say.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}

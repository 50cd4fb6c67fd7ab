package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A line to Otto that waits until it is told a port, and is then a connection to it. Before that
/// it has another line wait in its place.
final class Line implements Runnable {
  private static final String[] LOOPBACKS = {"127.0.0.1", "::1"};
  private static final int LONGEST_PORT = 5;

  private final Lines lines;

  Line(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void run() {
    try (var line = lines.dial()) {
      serve(line);
    } catch (IOException | NumberFormatException ended) {
      // The other side sees its connection end, which is all there is to say.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel line) throws IOException, InterruptedException {
    var port = port(line);
    lines.add();
    try (var product = product(port)) {
      Pipe.join(line, product, lines);
    }
  }

  private static int port(SocketChannel line) throws IOException {
    var digits = new StringBuilder();
    var one = ByteBuffer.allocate(1);
    while (digits.length() <= LONGEST_PORT) {
      one.clear();
      if (line.read(one) < 0) {
        throw new IOException("no port was asked for");
      }
      if (one.get(0) == '\n') {
        return Integer.parseInt(digits.toString());
      }
      digits.append((char) one.get(0));
    }
    throw new IOException("not a port");
  }

  /// Servers listen on the one or on the other loopback.
  private static SocketChannel product(int port) throws IOException {
    var failed = new IOException("nobody listens");
    for (var loopback : LOOPBACKS) {
      try {
        return SocketChannel.open(new InetSocketAddress(loopback, port));
      } catch (IOException refused) {
        failed = refused;
      }
    }
    throw failed;
  }
}

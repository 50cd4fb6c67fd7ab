package dev.otto.store.announce;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A way to the database that refuses everybody until it is opened.
final class LateDoor implements AutoCloseable {
  private final int behind;
  private final int port;
  private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());

  LateDoor(int behind) throws IOException {
    this.behind = behind;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  void open() throws IOException {
    var door = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
    open.add(door);
    Thread.ofVirtual().start(() -> admit(door));
  }

  private void admit(ServerSocket door) {
    try {
      while (true) {
        var guest = door.accept();
        var host = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.addAll(List.of(guest, host));
        Thread.ofVirtual().start(() -> pass(guest, host));
        Thread.ofVirtual().start(() -> pass(host, guest));
      }
    } catch (IOException closed) {
      // the door is closed
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // one of the two has gone
    }
  }

  @Override
  public void close() {
    for (var one : List.copyOf(open)) {
      try {
        one.close();
      } catch (Exception gone) {
        throw new IllegalStateException(gone);
      }
    }
  }
}

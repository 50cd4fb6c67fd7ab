package dev.otto.activities.gateway;

import dev.otto.activities.process.launcher.Pipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A proxy on the loopback that knows `CONNECT`: its keeper says where each guest may go. What
/// passes it cannot read.
final class ConnectDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectDoor.class);
  private static final int MILLIS_TO_CONNECT = 10_000;

  private final ServerSocketChannel guests;
  private final Keeper keeper;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private ConnectDoor(ServerSocketChannel guests, Keeper keeper) {
    this.guests = guests;
    this.keeper = keeper;
  }

  /// Who says where guests may go.
  interface Keeper {
    Leave leave(ConnectHead head);

    /// What was asked for there was reached.
    default void reached(ConnectHead head) {}

    /// What was asked for there could not be reached.
    default void unreached(ConnectHead head) {}

    /// So many bytes came from there.
    default void came(ConnectHead head, int bytes) {}
  }

  /// Whether a guest may go, and where to.
  sealed interface Leave {
    record Granted(InetSocketAddress host) implements Leave {}

    /// It does not speak to a proxy: what it says is for that host.
    record Passed(InetSocketAddress host) implements Leave {}

    /// It may not; the status line says why, with headers if they are needed.
    record Refused(String status) implements Leave {}
  }

  static ConnectDoor open(Keeper keeper) {
    try {
      var guests = ServerSocketChannel.open();
      guests.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var door = new ConnectDoor(guests, keeper);
      Thread.ofVirtual().name("door").start(door::letIn);
      return door;
    } catch (IOException trouble) {
      throw new UncheckedIOException("a proxy cannot listen", trouble);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), guests.socket().getLocalPort());
  }

  @Override
  public void close() {
    close(guests);
    open.forEach(ConnectDoor::close);
  }

  private void letIn() {
    try {
      while (true) {
        var guest = guests.accept();
        Thread.ofVirtual().name("door-guest").start(() -> serve(guest));
      }
    } catch (IOException closed) {
      LOG.debug("no more guests: {}", closed.toString());
    }
  }

  private void serve(SocketChannel guest) {
    open.add(guest);
    try (guest) {
      var head = ConnectHead.read(guest);
      switch (keeper.leave(head)) {
        case Leave.Granted(var host) -> through(guest, head, host, _ -> connected(guest, head));
        case Leave.Passed(var host) -> through(guest, head, host, there -> say(there, head));
        case Leave.Refused(var status) -> refuse(guest, status);
      }
    } catch (IOException ended) {
      LOG.debug("guest gone: {}", ended.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(guest);
    }
  }

  /// What is said first on two connections that become one.
  private interface Beginning {
    void with(SocketChannel there) throws IOException;
  }

  private void through(
      SocketChannel guest, ConnectHead head, InetSocketAddress host, Beginning beginning)
      throws IOException, InterruptedException {
    try (var there = SocketChannel.open()) {
      open.add(there);
      try {
        join(guest, there, head, host, beginning);
      } finally {
        open.remove(there);
      }
    }
  }

  private void join(
      SocketChannel guest,
      SocketChannel there,
      ConnectHead head,
      InetSocketAddress host,
      Beginning beginning)
      throws IOException, InterruptedException {
    try {
      there.socket().connect(host, MILLIS_TO_CONNECT);
    } catch (IOException unreachable) {
      LOG.warn("host not reached: host={} why={}", host, unreachable.toString());
      keeper.unreached(head);
      refuse(guest, "502 Bad Gateway");
      return;
    }
    beginning.with(there);
    Pipe.join(guest, there, Thread.ofVirtual().factory(), bytes -> keeper.came(head, bytes));
  }

  private void connected(SocketChannel guest, ConnectHead head) throws IOException {
    keeper.reached(head);
    say(guest, "200 Connection established\r\n");
  }

  private static void refuse(SocketChannel guest, String status) throws IOException {
    say(guest, status + "\r\ncontent-length: 0\r\n");
  }

  private static void say(SocketChannel there, ConnectHead head) throws IOException {
    write(there, head.text().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void say(SocketChannel guest, String words) throws IOException {
    write(guest, ("HTTP/1.1 " + words + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(SocketChannel there, byte[] words) throws IOException {
    var bytes = ByteBuffer.wrap(words);
    while (bytes.hasRemaining()) {
      there.write(bytes);
    }
  }

  private static void close(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception trouble) {
      LOG.debug("not closed: {}", trouble.toString());
    }
  }
}

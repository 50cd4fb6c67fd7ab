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

/// A proxy on the loopback that knows `CONNECT` only: its keeper says where each guest may go. What
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

    /// This host was reached.
    default void reached(String host) {}

    /// This host could not be reached.
    default void unreached(String host) {}

    /// So many bytes came from there.
    default void came(int bytes) {}
  }

  /// Whether a guest may go, and where to.
  sealed interface Leave {
    record Granted(InetSocketAddress host) implements Leave {}

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
      switch (keeper.leave(ConnectHead.read(guest))) {
        case Leave.Granted(var host) -> through(guest, host);
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

  private void through(SocketChannel guest, InetSocketAddress host)
      throws IOException, InterruptedException {
    try (var there = SocketChannel.open()) {
      open.add(there);
      try {
        join(guest, there, host);
      } finally {
        open.remove(there);
      }
    }
  }

  private void join(SocketChannel guest, SocketChannel there, InetSocketAddress host)
      throws IOException, InterruptedException {
    try {
      there.socket().connect(host, MILLIS_TO_CONNECT);
    } catch (IOException unreachable) {
      LOG.warn("host not reached: host={} why={}", host, unreachable.toString());
      keeper.unreached(host.getHostString());
      refuse(guest, "502 Bad Gateway");
      return;
    }
    keeper.reached(host.getHostString());
    say(guest, "200 Connection established\r\n");
    Pipe.join(guest, there, Thread.ofVirtual().factory(), keeper::came);
  }

  private static void refuse(SocketChannel guest, String status) throws IOException {
    say(guest, status + "\r\ncontent-length: 0\r\n");
  }

  private static void say(SocketChannel guest, String words) throws IOException {
    var bytes = ByteBuffer.wrap(("HTTP/1.1 " + words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      guest.write(bytes);
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

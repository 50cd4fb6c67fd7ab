package dev.otto.activities.process.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A random port of the loopback that lets in Otto's own user, until it is shut.
final class Door {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final Duration FOR_THE_PORTER = Duration.ofSeconds(2);

  private final ServerSocketChannel channel;
  private final Consumer<SocketChannel> host;
  private final Thread porter = Thread.ofVirtual().name("door").unstarted(this::letIn);

  private Door(ServerSocketChannel channel, Consumer<SocketChannel> host) {
    this.channel = channel;
    this.host = host;
  }

  /// Opens a door whose every guest is the host's to care for, on a thread of its own, and to send
  /// away.
  static Door open(Consumer<SocketChannel> host) {
    try {
      var channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var door = new Door(channel, host);
      door.porter.start();
      return door;
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot open a door into a Cell", trouble);
    }
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException trouble) {
      throw new UncheckedIOException("the door is shut", trouble);
    }
  }

  /// Shuts it; the kernel does so only when the porter has let go of it.
  void shut() {
    try {
      channel.close();
      porter.join(FOR_THE_PORTER);
    } catch (IOException trouble) {
      log.warn("door not shut", trouble);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void letIn() {
    try {
      while (true) {
        var guest = channel.accept();
        Thread.ofVirtual().name("guest").start(() -> greet(guest));
      }
    } catch (IOException shut) {
      log.debug("door shut: {}", shut.toString());
    }
  }

  private void greet(SocketChannel guest) {
    try (guest) {
      if (Guests.ofOwnUser(guest)) {
        host.accept(guest);
      } else {
        log.warn("stranger at the door of a Cell turned away: {}", guest.getRemoteAddress());
      }
    } catch (IOException gone) {
      log.debug("guest gone: {}", gone.toString());
    }
  }
}

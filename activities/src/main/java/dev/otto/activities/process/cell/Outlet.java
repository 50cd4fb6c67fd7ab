package dev.otto.activities.process.cell;

import dev.otto.activities.process.launcher.Pipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way out of a Cell with a network of its own, to one address of the host and to no other: a
/// socket that is there as a file and cannot be changed. The launcher inside joins it with a port.
final class Outlet implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outlet.class);

  private final Path socket;
  private final ServerSocketChannel guests;
  private final InetSocketAddress target;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private Outlet(Path socket, ServerSocketChannel guests, InetSocketAddress target) {
    this.socket = socket;
    this.guests = guests;
    this.target = target;
  }

  /// Listens on that socket, which only Otto's user may use.
  static Outlet listening(Path socket, InetSocketAddress target) {
    try {
      var guests = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      guests.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      var outlet = new Outlet(socket, guests, target);
      Thread.ofVirtual().name("outlet").start(outlet::letOut);
      return outlet;
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot listen on " + socket, trouble);
    }
  }

  Path socket() {
    return socket;
  }

  @Override
  public void close() {
    close(guests);
    open.forEach(Outlet::close);
    try {
      Files.deleteIfExists(socket);
    } catch (IOException trouble) {
      log.warn("socket left behind: {}", socket, trouble);
    }
  }

  private void letOut() {
    try {
      while (true) {
        var guest = guests.accept();
        Thread.ofVirtual().name("outlet-guest").start(() -> join(guest));
      }
    } catch (IOException closed) {
      log.debug("outlet closed: {}", closed.toString());
    }
  }

  private void join(SocketChannel guest) {
    open.add(guest);
    try (var there = SocketChannel.open(target)) {
      Pipe.join(guest, there, Thread.ofVirtual().factory());
    } catch (IOException ended) {
      log.debug("guest gone: {}", ended.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(guest);
      close(guest);
    }
  }

  private static void close(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception trouble) {
      log.debug("not closed: {}", trouble.toString());
    }
  }
}

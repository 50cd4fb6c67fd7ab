package dev.otto.activities.process.cell;

import dev.otto.activities.process.launcher.Pipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way into a Cell with a network of its own: the launcher inside dials out, over a socket that
/// is there as a file and cannot be changed, and always keeps one line waiting. Otto writes the
/// wanted port on a line, and from then on the line is a connection to it. So Otto never connects
/// to anything that a command may have made.
final class LineReach implements Reach {
  private static final Logger log = LoggerFactory.getLogger(LineReach.class);
  private static final int MOST_WAITING = 64;
  private static final long SECONDS_FOR_A_LINE = 5;

  private final Path socket;
  private final ServerSocketChannel lines;
  private final BlockingQueue<SocketChannel> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Map<Integer, Door> doors = new ConcurrentHashMap<>();

  private LineReach(Path socket, ServerSocketChannel lines) {
    this.socket = socket;
    this.lines = lines;
  }

  /// Listens on that socket, which only Otto's user may use.
  static LineReach listening(Path socket) {
    try {
      var lines = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      lines.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      var reach = new LineReach(socket, lines);
      Thread.ofVirtual().name("reach").start(reach::takeLines);
      return reach;
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot listen on " + socket, trouble);
    }
  }

  Path socket() {
    return socket;
  }

  @Override
  public InetSocketAddress address(int port) {
    return doors.computeIfAbsent(port, _ -> Door.open(guest -> join(guest, port))).address();
  }

  @Override
  public void close() {
    close(lines);
    doors.values().forEach(Door::shut);
    waiting.forEach(LineReach::close);
    try {
      Files.deleteIfExists(socket);
    } catch (IOException trouble) {
      log.warn("socket left behind: {}", socket, trouble);
    }
  }

  private void takeLines() {
    try {
      while (true) {
        var line = lines.accept();
        if (!waiting.offer(line)) {
          line.close();
        }
      }
    } catch (IOException closed) {
      log.debug("no more lines: {}", closed.toString());
    }
  }

  private void join(SocketChannel guest, int port) {
    try {
      var line = lineTo(port);
      if (line.isPresent()) {
        Pipe.join(guest, line.get(), Thread.ofVirtual().factory());
      }
    } catch (IOException ended) {
      log.debug("guest gone: {}", ended.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// A line on which the launcher was told the port; one that is dead is passed over.
  private Optional<SocketChannel> lineTo(int port) throws InterruptedException {
    var order = (port + "\n").getBytes(StandardCharsets.US_ASCII);
    while (lines.isOpen()) {
      var line = waiting.poll(SECONDS_FOR_A_LINE, TimeUnit.SECONDS);
      if (line == null) {
        return Optional.empty();
      }
      try {
        line.write(ByteBuffer.wrap(order));
        return Optional.of(line);
      } catch (IOException dead) {
        close(line);
      }
    }
    return Optional.empty();
  }

  private static void close(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception trouble) {
      log.debug("not closed: {}", trouble.toString());
    }
  }
}

package dev.otto.activities.gateway;

import dev.otto.activities.process.launcher.Pipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of a project's setup to its packages: a proxy that joins a Cell with hosts of the public
/// network, by TLS alone, and knows which they were. What it passes on it cannot read.
public final class PackageWay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PackageWay.class);
  private static final Pattern CONNECT =
      Pattern.compile("CONNECT ([^ :]+):(\\d{1,5}) HTTP/1\\.[01]");
  private static final int LONGEST_HEAD = 8 << 10;

  private final ServerSocketChannel guests;
  private final Predicate<InetSocketAddress> allowed;
  private final Set<String> reached = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<SocketChannel> open = java.util.concurrent.ConcurrentHashMap.newKeySet();

  private PackageWay(ServerSocketChannel guests, Predicate<InetSocketAddress> allowed) {
    this.guests = guests;
    this.allowed = allowed;
  }

  /// A way to hosts that are neither on this machine nor in its neighbourhood.
  public static PackageWay open() {
    return open(PublicHosts::contain);
  }

  static PackageWay open(Predicate<InetSocketAddress> allowed) {
    try {
      var guests = ServerSocketChannel.open();
      guests.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var way = new PackageWay(guests, allowed);
      Thread.ofVirtual().name("packages").start(way::letThrough);
      return way;
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot listen for guests", trouble);
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    try {
      return (InetSocketAddress) guests.getLocalAddress();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /// The hosts that were reached.
  public List<String> reached() {
    return List.copyOf(reached);
  }

  /// The hosts that were asked for and not reached.
  public List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    close(guests);
    open.forEach(PackageWay::close);
  }

  private void letThrough() {
    try {
      while (true) {
        var guest = guests.accept();
        Thread.ofVirtual().name("package").start(() -> serve(guest));
      }
    } catch (IOException closed) {
      LOG.debug("no more guests: {}", closed.toString());
    }
  }

  private void serve(SocketChannel guest) {
    open.add(guest);
    try (guest) {
      var asked = head(guest).flatMap(PackageWay::asked);
      if (asked.isEmpty()) {
        say(guest, "405 Method Not Allowed");
        return;
      }
      serve(guest, asked.get());
    } catch (IOException ended) {
      LOG.debug("guest gone: {}", ended.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(guest);
    }
  }

  /// The address is asked for once: it is the one that is looked at and the one that is reached.
  private void serve(SocketChannel guest, InetSocketAddress host)
      throws IOException, InterruptedException {
    if (host.isUnresolved() || !allowed.test(host)) {
      refused.add(host.getHostString());
      say(guest, "403 Forbidden");
      return;
    }
    try (var there = SocketChannel.open()) {
      there.socket().connect(host, 10_000);
      reached.add(host.getHostString());
      say(guest, "200 Connection established");
      Pipe.join(guest, there, Thread.ofVirtual().factory());
    }
  }

  private static Optional<InetSocketAddress> asked(String head) {
    var words = CONNECT.matcher(head.lines().findFirst().orElse(""));
    if (!words.matches() || Integer.parseInt(words.group(2)) > 65_535) {
      return Optional.empty();
    }
    var port = Integer.parseInt(words.group(2));
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByName(words.group(1)), port));
    } catch (UnknownHostException nowhere) {
      return Optional.of(InetSocketAddress.createUnresolved(words.group(1), port));
    }
  }

  /// What the guest asks for, to the empty line and not further.
  private static Optional<String> head(SocketChannel guest) throws IOException {
    var head = new StringBuilder();
    var one = ByteBuffer.allocate(1);
    while (head.length() < LONGEST_HEAD && guest.read(one) > 0) {
      head.append((char) one.flip().get());
      one.clear();
      if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return Optional.of(head.toString());
      }
    }
    return Optional.empty();
  }

  private static void say(SocketChannel guest, String status) throws IOException {
    var words = "HTTP/1.1 %s\r\n\r\n".formatted(status).getBytes(StandardCharsets.US_ASCII);
    var bytes = ByteBuffer.wrap(words);
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

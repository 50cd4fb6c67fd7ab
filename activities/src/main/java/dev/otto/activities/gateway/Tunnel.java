package dev.otto.activities.gateway;

import dev.otto.activities.process.launcher.Pipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of one call to the hosts of its provider and to no others, for a program that signs in
/// itself: a proxy on the loopback that knows `CONNECT` only. What goes through is the program's
/// own secret; which hosts it asked for is remembered.
public final class Tunnel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);
  private static final String USER = "otto";
  private static final int HTTPS = 443;
  private static final int MOST_NAMES = 200;
  private static final int LONGEST_HEAD = 16 << 10;

  private final ServerSocketChannel guests;
  private final Set<String> hosts;
  private final Function<String, InetSocketAddress> addresses;
  private final String token = Token.fresh();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private Tunnel(
      ServerSocketChannel guests,
      Set<String> hosts,
      Function<String, InetSocketAddress> addresses) {
    this.guests = guests;
    this.hosts = Set.copyOf(hosts);
    this.addresses = addresses;
  }

  /// A way to these hosts.
  public static Tunnel to(Set<String> hosts) {
    return to(hosts, host -> new InetSocketAddress(host, HTTPS));
  }

  /// A way to these hosts, which are found where that says.
  public static Tunnel to(Set<String> hosts, Function<String, InetSocketAddress> addresses) {
    try {
      var guests = ServerSocketChannel.open();
      guests.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var tunnel = new Tunnel(guests, hosts, addresses);
      Thread.ofVirtual().name("tunnel").start(tunnel::letIn);
      return tunnel;
    } catch (IOException trouble) {
      throw new UncheckedIOException("the tunnel cannot listen", trouble);
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), guests.socket().getLocalPort());
  }

  /// What opens it, as it stands before the `@` of a proxy's address.
  public String credential() {
    return USER + ":" + token;
  }

  /// The hosts that were asked for, those that were refused too.
  public Set<String> asked() {
    return new TreeSet<>(asked);
  }

  @Override
  public void close() {
    close(guests);
    open.forEach(Tunnel::close);
    LOG.info("tunnel closed: hosts={}", asked());
  }

  private void letIn() {
    try {
      while (true) {
        var guest = guests.accept();
        Thread.ofVirtual().name("tunnel-guest").start(() -> join(guest));
      }
    } catch (IOException closed) {
      LOG.debug("tunnel closed: {}", closed.toString());
    }
  }

  private void join(SocketChannel guest) {
    open.add(guest);
    try (guest) {
      var head = Head.read(guest);
      if (!head.shows(credential())) {
        say(guest, "407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=otto");
        return;
      }
      if (asked.size() < MOST_NAMES) {
        asked.add(head.target());
      }
      if (!head.connects() || !hosts.contains(head.host())) {
        say(guest, "403 Forbidden");
        return;
      }
      through(guest, head.host());
    } catch (IOException ended) {
      LOG.debug("guest gone: {}", ended.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(guest);
    }
  }

  private void through(SocketChannel guest, String host) throws IOException, InterruptedException {
    SocketChannel there;
    try {
      there = SocketChannel.open(addresses.apply(host));
    } catch (IOException | RuntimeException unreachable) {
      LOG.warn("host not reached: host={} why={}", host, unreachable.toString());
      say(guest, "502 Bad Gateway");
      return;
    }
    open.add(there);
    try {
      say(guest, "200 Connection Established");
      Pipe.join(guest, there, Thread.ofVirtual().factory());
    } finally {
      open.remove(there);
      close(there);
    }
  }

  private static void say(SocketChannel guest, String status) throws IOException {
    var end = status.startsWith("200") ? "\r\n\r\n" : "\r\ncontent-length: 0\r\n\r\n";
    var bytes = ByteBuffer.wrap(("HTTP/1.1 " + status + end).getBytes(StandardCharsets.US_ASCII));
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

  /// What a program says before its bytes are carried: read to its empty line and not one byte
  /// further, for what follows is not Otto's.
  private record Head(String text) {
    static Head read(SocketChannel guest) throws IOException {
      var read = new ByteArrayOutputStream();
      var one = ByteBuffer.allocate(1);
      var newLines = 0;
      while (newLines < 2 && read.size() < LONGEST_HEAD) {
        if (guest.read(one.clear()) < 0) {
          throw new IOException("it said nothing whole");
        }
        var sign = one.get(0);
        newLines = sign == '\n' ? newLines + 1 : sign == '\r' ? newLines : 0;
        read.write(sign);
      }
      return new Head(read.toString(StandardCharsets.ISO_8859_1));
    }

    boolean connects() {
      return text.startsWith("CONNECT ") && target().endsWith(":" + HTTPS);
    }

    /// Host and port, or whatever stands there.
    String target() {
      var words = text.lines().findFirst().orElse("").split(" ", -1);
      var word = words.length > 1 ? words[1] : "";
      return word.substring(0, Math.min(word.length(), 200));
    }

    String host() {
      return target().replaceFirst(":\\d+$", "");
    }

    boolean shows(String credential) {
      var expected =
          "Basic "
              + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.US_ASCII));
      return text.lines()
          .map(line -> line.split(":", 2))
          .filter(parts -> parts.length == 2)
          .filter(parts -> parts[0].equalsIgnoreCase("proxy-authorization"))
          .anyMatch(parts -> Token.same(parts[1].strip(), expected));
    }
  }
}

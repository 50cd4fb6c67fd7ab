package dev.otto.standalone.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.BiConsumer;

/// A loopback port that is drawn once and kept, so that an address stays true over restarts. It
/// lies below the range from which the kernel takes ports for outgoing connections.
public record KeptPort(WholeFile file) {
  private static final int FIRST = 20_000;
  private static final int LAST = 31_999;

  public KeptPort(Path file) {
    this(new WholeFile(file));
  }

  /// The port, drawn now if there is none yet.
  public int number() {
    return file.text().map(KeptPort::parsed).filter(number -> number > 0).orElseGet(this::redrawn);
  }

  /// The port, or another one if somebody else sits there now; `moved` is told both.
  public int free(BiConsumer<Integer, Integer> moved) {
    var number = number();
    if (free(number)) {
      return number;
    }
    var other = redrawn();
    moved.accept(number, other);
    return other;
  }

  /// Another port, kept from now on.
  public int redrawn() {
    var number = drawn();
    file.write(number + "\n");
    return number;
  }

  private static int parsed(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException broken) {
      return 0;
    }
  }

  private static int drawn() {
    var random = new SecureRandom();
    int number;
    do {
      number = random.nextInt(FIRST, LAST + 1);
    } while (!free(number));
    return number;
  }

  /// Whether nobody listens there.
  public static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException occupied) {
      return false;
    }
  }
}

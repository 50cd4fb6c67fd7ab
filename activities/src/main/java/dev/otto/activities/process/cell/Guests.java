package dev.otto.activities.process.cell;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whose connection one on the loopback is: the kernel's list of connections names the user of each
/// end.
final class Guests {
  private static final List<Path> CONNECTIONS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private Guests() {}

  /// Whether the other end belongs to the user that this JVM runs as.
  static boolean ofOwnUser(SocketChannel guest) throws IOException {
    var far = port(guest.getRemoteAddress());
    var near = port(guest.getLocalAddress());
    var own = Integer.toString(OwnUser.number());
    for (var connections : CONNECTIONS) {
      for (var line : Files.readAllLines(connections)) {
        var fields = line.strip().split("\\s+", -1);
        if (fields[1].endsWith(far) && fields[2].endsWith(near)) {
          return fields[7].equals(own);
        }
      }
    }
    return false;
  }

  /// As the list writes it: four upper-case hex digits after the address.
  private static String port(SocketAddress address) {
    return ":%04X".formatted(((InetSocketAddress) address).getPort());
  }
}

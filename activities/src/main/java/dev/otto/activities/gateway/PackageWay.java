package dev.otto.activities.gateway;

import dev.otto.activities.gateway.ConnectDoor.Leave;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The way out of a Cell to packages; to the gateway too, if an agent works there.
public final class PackageWay implements AutoCloseable {
  private static final String IN_THE_CELL = "127.0.0.1,localhost";

  private final Packages packages;
  private final Optional<InetSocketAddress> gateway;
  private final ConnectDoor door;

  private PackageWay(Packages packages, Optional<InetSocketAddress> gateway) {
    this.packages = packages;
    this.gateway = gateway;
    this.door = ConnectDoor.open(new Keeper());
  }

  /// A way to these and to nothing else.
  public static PackageWay open(Packages packages) {
    return new PackageWay(packages, Optional.empty());
  }

  /// A way to these, on which what is said to no proxy comes to the gateway.
  public static PackageWay beside(InetSocketAddress gateway, Packages packages) {
    return new PackageWay(packages, Optional.of(gateway));
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return door.address();
  }

  /// How programs in a Cell are told of a proxy at that port there.
  public static Map<String, String> toldAt(int port) {
    var proxy = "http://127.0.0.1:" + port;
    var told = new HashMap<>(toldJvmsAt(port));
    told.putAll(Map.of("HTTPS_PROXY", proxy, "https_proxy", proxy));
    return Map.copyOf(told);
  }

  /// How JVMs are told, which have words of their own, where others know it already; and that what
  /// is in the Cell itself needs no proxy.
  public static Map<String, String> toldJvmsAt(int port) {
    return Map.of(
        "NO_PROXY",
        IN_THE_CELL,
        "no_proxy",
        IN_THE_CELL,
        "JAVA_TOOL_OPTIONS",
        "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + port);
  }

  @Override
  public void close() {
    door.close();
  }

  private final class Keeper implements ConnectDoor.Keeper {
    @Override
    public Leave leave(ConnectHead head) {
      return gateway
          .filter(_ -> !head.isConnect())
          .<Leave>map(Leave.Passed::new)
          .orElseGet(() -> packages.leave(head));
    }

    @Override
    public void reached(ConnectHead head) {
      packages.reached(head);
    }
  }
}

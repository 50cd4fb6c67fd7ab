package dev.otto.activities.gateway;

import dev.otto.activities.gateway.ConnectDoor.Leave;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/// The way of a project's setup to its packages: to hosts of the public network, by TLS alone. It
/// knows which they were.
public final class PackageWay implements AutoCloseable {
  private final Predicate<InetSocketAddress> allowed;
  private final Set<String> reached = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final ConnectDoor door;

  private PackageWay(Predicate<InetSocketAddress> allowed) {
    this.allowed = allowed;
    this.door = ConnectDoor.open(new Keeper());
  }

  /// A way to hosts that are neither on this machine nor in its neighbourhood.
  public static PackageWay open() {
    return open(PublicHosts::contain);
  }

  static PackageWay open(Predicate<InetSocketAddress> allowed) {
    return new PackageWay(allowed);
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return door.address();
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
    door.close();
  }

  private final class Keeper implements ConnectDoor.Keeper {
    @Override
    public Leave leave(ConnectHead head) {
      return head.target()
          .map(PackageWay::address)
          .map(this::leave)
          .orElse(new Leave.Refused("405 Method Not Allowed"));
    }

    @Override
    public void reached(String host) {
      reached.add(host);
    }

    private Leave leave(InetSocketAddress host) {
      if (host.isUnresolved() || !allowed.test(host)) {
        refused.add(host.getHostString());
        return new Leave.Refused("403 Forbidden");
      }
      return new Leave.Granted(host);
    }
  }

  /// The address is asked for once: it is the one that is looked at and the one that is reached.
  private static InetSocketAddress address(ConnectHead.Target target) {
    try {
      return new InetSocketAddress(InetAddress.getByName(target.host()), target.port());
    } catch (UnknownHostException nowhere) {
      return InetSocketAddress.createUnresolved(target.host(), target.port());
    }
  }
}

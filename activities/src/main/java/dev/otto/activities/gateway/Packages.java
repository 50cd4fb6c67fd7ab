package dev.otto.activities.gateway;

import dev.otto.activities.gateway.ConnectDoor.Leave;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The hosts from which something in a Cell may fetch packages: public ones, by TLS alone. It knows
/// which were reached, and which were asked for in vain.
public final class Packages {
  /// Where the packages of npm, Maven, Gradle, pip, cargo and go are.
  public static final List<String> REGISTRIES =
      List.of(
          "registry.npmjs.org",
          "registry.yarnpkg.com",
          "repo.maven.apache.org",
          "repo1.maven.org",
          "plugins.gradle.org",
          "plugins-artifacts.gradle.org",
          "services.gradle.org",
          "pypi.org",
          "files.pythonhosted.org",
          "crates.io",
          "index.crates.io",
          "static.crates.io",
          "proxy.golang.org",
          "sum.golang.org");

  private static final int MOST_NAMES = 200;

  private final Predicate<String> named;
  private final Function<ConnectHead.Target, InetSocketAddress> addresses;
  private final Predicate<InetSocketAddress> allowed;
  private final Consumer<Packages> told;
  private final Set<String> reached = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();

  Packages(
      Predicate<String> named,
      Function<ConnectHead.Target, InetSocketAddress> addresses,
      Predicate<InetSocketAddress> allowed,
      Consumer<Packages> told) {
    this.named = named;
    this.addresses = addresses;
    this.allowed = allowed;
    this.told = told;
  }

  /// Hosts that are neither on this machine nor in its neighbourhood. Each new one is told.
  public static Packages ofAnyone(Consumer<Packages> told) {
    return new Packages(_ -> true, Packages::address, PublicHosts::contain, told);
  }

  /// The same, of these names alone.
  public static Packages of(Set<String> hosts, Consumer<Packages> told) {
    return new Packages(named(hosts), Packages::address, PublicHosts::contain, told);
  }

  /// Hosts of these names alone, which are found where that says.
  public static Packages of(
      Set<String> hosts, Function<String, InetSocketAddress> addresses, Consumer<Packages> told) {
    return new Packages(named(hosts), target -> addresses.apply(target.host()), _ -> true, told);
  }

  /// The hosts that were reached.
  public List<String> reached() {
    return List.copyOf(reached);
  }

  /// The hosts that were asked for and not reached.
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /// Whether it asks for one of their names.
  boolean know(ConnectHead head) {
    return head.target().filter(target -> named.test(target.host())).isPresent();
  }

  Leave leave(ConnectHead head) {
    return head.target().map(this::leave).orElse(new Leave.Refused("405 Method Not Allowed"));
  }

  void reached(ConnectHead head) {
    head.target().ifPresent(target -> noted(reached, target.host()));
  }

  private Leave leave(ConnectHead.Target target) {
    if (named.test(target.host())) {
      var address = addresses.apply(target);
      if (!address.isUnresolved() && allowed.test(address)) {
        return new Leave.Granted(address);
      }
    }
    noted(refused, target.host());
    return new Leave.Refused("403 Forbidden");
  }

  private void noted(Set<String> names, String host) {
    if (names.size() < MOST_NAMES && names.add(host)) {
      told.accept(this);
    }
  }

  private static Predicate<String> named(Set<String> hosts) {
    var names = Set.copyOf(hosts);
    return host -> names.contains(host.toLowerCase(Locale.ROOT));
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

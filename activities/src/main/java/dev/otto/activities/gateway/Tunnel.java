package dev.otto.activities.gateway;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.gateway.ConnectDoor.Leave;
import dev.otto.model.call.Loss;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of one call to the hosts of its provider and to no others, for a program that signs in
/// itself, and to packages, for which nobody has to sign in. What goes through is the program's own
/// secret; which hosts it asked for is remembered.
public final class Tunnel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);
  private static final String USER = "otto";
  private static final int HTTPS = 443;
  private static final int MOST_NAMES = 200;
  private static final Duration IN_VAIN = Duration.ofSeconds(10);
  private static final Trouble UNREACHED = Trouble.unreached(Optional.empty());
  private static final Leave UNKNOWN =
      new Leave.Refused(
          "407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=otto");
  private static final Leave FORBIDDEN = new Leave.Refused("403 Forbidden");

  private final Set<String> hosts;
  private final Function<String, InetSocketAddress> addresses;
  private final Optional<Packages> packages;
  private final String token = Token.fresh();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Trickle trickle = new Trickle();
  private final ConnectDoor door;
  private volatile Optional<String> unreached = Optional.empty();
  private volatile Runnable heard = () -> {};
  private volatile Consumer<String> end = _ -> {};
  private volatile long inVainSince;
  private volatile boolean givenUp;

  private Tunnel(
      Set<String> hosts,
      Function<String, InetSocketAddress> addresses,
      Optional<Packages> packages) {
    this.packages = packages;
    this.hosts = Set.copyOf(hosts);
    this.addresses = addresses;
    this.door = ConnectDoor.open(new Watch());
  }

  /// A way to these hosts.
  public static Tunnel to(Set<String> hosts, Optional<Packages> packages) {
    return to(hosts, host -> new InetSocketAddress(host, HTTPS), packages);
  }

  /// A way to these hosts, which are found where that says.
  public static Tunnel to(Set<String> hosts, Function<String, InetSocketAddress> addresses) {
    return to(hosts, addresses, Optional.empty());
  }

  /// The same, and to these packages.
  public static Tunnel to(
      Set<String> hosts,
      Function<String, InetSocketAddress> addresses,
      Optional<Packages> packages) {
    return new Tunnel(hosts, addresses, packages);
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return door.address();
  }

  /// What opens it, as it stands before the `@` of a proxy's address.
  public String credential() {
    return USER + ":" + token;
  }

  /// The hosts that were asked for, those that were refused too.
  public Set<String> asked() {
    return new TreeSet<>(asked);
  }

  /// Has this told whenever so much has come from the provider that a model must be writing; what
  /// only keeps a connection open is not told.
  public void tells(Runnable whenever) {
    heard = whenever;
  }

  /// Has this told, with the reason, when a program has tried to reach the service in vain for a
  /// while: some try for minutes, and waiting is the run's.
  public void ends(Consumer<String> whom) {
    end = whom;
  }

  /// What the call came to, where it was ended for that reason.
  public AgentOutcome judged(AgentOutcome outcome) {
    return givenUp
            && outcome instanceof AgentOutcome.Lost(var loss, _, _)
            && loss == Loss.OTTO_ENDED
        ? new AgentOutcome.Lost(Loss.ACCOUNT, UNREACHED.sentence(), Optional.empty())
        : outcome;
  }

  /// The trace of the call with what the tunnel knows better: that the service could not be
  /// reached.
  public AgentTrace completing(AgentTrace trace) {
    var failed = trace.finished().filter(end -> !end.succeeded()).isPresent();
    return failed && unreached.isPresent() ? trace.troubled(Optional.of(UNREACHED)) : trace;
  }

  @Override
  public void close() {
    door.close();
    LOG.info("tunnel closed: hosts={}", asked());
  }

  /// What the door tells its keeper.
  private final class Watch implements ConnectDoor.Keeper {
    @Override
    public Leave leave(ConnectHead head) {
      return ofPackages(head).map(known -> known.leave(head)).orElseGet(() -> ofProvider(head));
    }

    @Override
    public void reached(ConnectHead head) {
      ofPackages(head)
          .ifPresentOrElse(
              known -> known.reached(head),
              () -> unreached = unreached.filter(other -> !other.equals(head.asked())));
    }

    @Override
    public void unreached(ConnectHead head) {
      if (ofPackages(head).isEmpty()) {
        inVain(head.asked());
      }
    }

    private void inVain(String host) {
      if (unreached.isEmpty()) {
        inVainSince = System.nanoTime();
      }
      unreached = Optional.of(host);
      if (System.nanoTime() - inVainSince > IN_VAIN.toNanos()) {
        givenUp = true;
        end.accept(UNREACHED.sentence());
      }
    }

    @Override
    public void came(ConnectHead head, int bytes) {
      if (ofPackages(head).isEmpty() && trickle.came(bytes)) {
        heard.run();
      }
    }
  }

  /// The packages, if one of their hosts is asked for.
  private Optional<Packages> ofPackages(ConnectHead head) {
    return packages.filter(known -> known.know(head));
  }

  private Leave ofProvider(ConnectHead head) {
    if (head.header("proxy-authorization").filter(this::opens).isEmpty()) {
      return UNKNOWN;
    }
    if (asked.size() < MOST_NAMES) {
      asked.add(head.asked());
    }
    return head.target()
        .filter(target -> target.port() == HTTPS && hosts.contains(target.host()))
        .<Leave>map(target -> new Leave.Granted(addresses.apply(target.host())))
        .orElseGet(() -> elsewhere(head));
  }

  /// Nowhere; where packages are, that is on record with them.
  private Leave elsewhere(ConnectHead head) {
    return packages.map(known -> known.leave(head)).orElse(FORBIDDEN);
  }

  private boolean opens(String shown) {
    var basic =
        Base64.getEncoder().encodeToString(credential().getBytes(StandardCharsets.US_ASCII));
    return Token.same(shown, "Basic " + basic);
  }
}

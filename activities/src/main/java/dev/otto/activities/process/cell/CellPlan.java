package dev.otto.activities.process.cell;

import dev.otto.activities.process.Marker;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a Cell is to be: its name, where its command stands, its own home and temporary folder,
/// what of the host's files it has beside the read-only system, which variables are in its
/// environment, which network, and which one address of the host it reaches without one.
///
/// `environment` and `secrets` are added to the few variables that every Cell has; home, temporary
/// folder and marker cannot be changed by them. The environment stands on a command line that
/// everybody on the host can read; secrets do not, and only Otto chooses their names.
public record CellPlan(
    Marker name,
    Path folder,
    Path home,
    Path temporary,
    List<Mount> mounts,
    Map<String, String> environment,
    Map<String, String> secrets,
    Network network,
    Limits limits,
    boolean reachable,
    Optional<InetSocketAddress> outlet) {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /// Names that mean something to the loader, the C library or a shell.
  private static final Pattern STEERING =
      Pattern.compile(
          "(LD|GLIBC|MALLOC|BASH|GCONV|LOC|NLS|RES|TZ|HOST|PS|SHELL|ENV|IFS|CD|PATH).*");

  public CellPlan {
    if (home.startsWith(temporary) || temporary.startsWith(home)) {
      throw new IllegalArgumentException(
          "home and temporary folder must not lie in each other: %s, %s"
              .formatted(home, temporary));
    }
    mounts = List.copyOf(mounts);
    environment = Map.copyOf(environment);
    secrets = Map.copyOf(secrets);
    secrets.keySet().forEach(CellPlan::harmless);
  }

  /// A Cell with nothing but its home and temporary folder, without network.
  public static CellPlan of(Marker name, Path folder, Path home, Path temporary) {
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        List.of(),
        Map.of(),
        Map.of(),
        Network.NONE,
        Limits.NONE,
        false,
        Optional.empty());
  }

  public CellPlan with(Mount... more) {
    return with(List.of(more));
  }

  public CellPlan with(List<Mount> more) {
    var all = new ArrayList<>(mounts);
    all.addAll(more);
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        all,
        environment,
        secrets,
        network,
        limits,
        reachable,
        outlet);
  }

  public CellPlan withEnvironment(Map<String, String> more) {
    var all = new HashMap<>(environment);
    all.putAll(more);
    return new CellPlan(
        name, folder, home, temporary, mounts, all, secrets, network, limits, reachable, outlet);
  }

  public CellPlan withSecrets(Map<String, String> more) {
    var all = new HashMap<>(secrets);
    all.putAll(more);
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        mounts,
        environment,
        all,
        network,
        limits,
        reachable,
        outlet);
  }

  public CellPlan withNetwork(Network network) {
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        mounts,
        environment,
        secrets,
        network,
        limits,
        reachable,
        outlet);
  }

  public CellPlan withLimits(Limits limits) {
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        mounts,
        environment,
        secrets,
        network,
        limits,
        reachable,
        outlet);
  }

  /// The same, with a line through which Otto reaches what listens in the Cell.
  public CellPlan withReach() {
    return new CellPlan(
        name, folder, home, temporary, mounts, environment, secrets, network, limits, true, outlet);
  }

  /// The same, with a way out to this address; [Cells#seenFromInside] says where it is found.
  public CellPlan withOutlet(InetSocketAddress target) {
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        mounts,
        environment,
        secrets,
        network,
        limits,
        reachable,
        Optional.of(target));
  }

  /// Secrets go through the environment of programs that are still outside the walls.
  private static void harmless(String name) {
    if (!SECRET.matcher(name).matches() || STEERING.matcher(name).matches()) {
      throw new IllegalArgumentException("a secret cannot be named '%s'".formatted(name));
    }
  }
}

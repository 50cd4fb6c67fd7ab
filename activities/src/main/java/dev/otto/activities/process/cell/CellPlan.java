package dev.otto.activities.process.cell;

import dev.otto.activities.process.Marker;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    return changed(plan -> plan.mounts.addAll(more));
  }

  public CellPlan withEnvironment(Map<String, String> more) {
    return changed(plan -> plan.environment.putAll(more));
  }

  public CellPlan withSecrets(Map<String, String> more) {
    return changed(plan -> plan.secrets.putAll(more));
  }

  public CellPlan withNetwork(Network network) {
    return changed(plan -> plan.network = network);
  }

  public CellPlan withLimits(Limits limits) {
    return changed(plan -> plan.limits = limits);
  }

  /// The same, with a line through which Otto reaches what listens in the Cell.
  public CellPlan withReach() {
    return changed(plan -> plan.reachable = true);
  }

  /// The same, with a way out to this address; [Cells#seenFromInside] says where it is found.
  public CellPlan withOutlet(InetSocketAddress target) {
    return changed(plan -> plan.outlet = Optional.of(target));
  }

  private CellPlan changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return new CellPlan(
        name,
        folder,
        home,
        temporary,
        draft.mounts,
        draft.environment,
        draft.secrets,
        draft.network,
        draft.limits,
        draft.reachable,
        draft.outlet);
  }

  /// What of a plan can be chosen after its places.
  private static final class Draft {
    private final List<Mount> mounts;
    private final Map<String, String> environment;
    private final Map<String, String> secrets;
    private Network network;
    private Limits limits;
    private boolean reachable;
    private Optional<InetSocketAddress> outlet;

    private Draft(CellPlan plan) {
      mounts = new ArrayList<>(plan.mounts);
      environment = new HashMap<>(plan.environment);
      secrets = new HashMap<>(plan.secrets);
      network = plan.network;
      limits = plan.limits;
      reachable = plan.reachable;
      outlet = plan.outlet;
    }
  }

  /// Secrets go through the environment of programs that are still outside the walls.
  private static void harmless(String name) {
    if (!SECRET.matcher(name).matches() || STEERING.matcher(name).matches()) {
      throw new IllegalArgumentException("a secret cannot be named '%s'".formatted(name));
    }
  }
}

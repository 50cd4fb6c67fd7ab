package dev.otto.activities.call;

import dev.otto.activities.git.TreeEntry;
import dev.otto.activities.git.Worktree;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.cell.Mount;
import dev.otto.model.call.CallOrder;
import dev.otto.model.path.Glob;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.Baggage.Piece;
import dev.otto.model.run.Run;
import dev.otto.store.project.Trusts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The baggage of a worktree in one call: kept from the agent unless a person allowed it, and
/// compared after the call with what it was before.
///
/// @param brought the roots that the repository brings
/// @param trusted whether a person allowed exactly what it brings
/// @param owned what the group of the call may change by name: that is left to its agent
/// @param before what is there, by path
record Carried(
    Path worktree,
    Set<String> brought,
    boolean trusted,
    List<Glob> owned,
    Map<String, String> before) {
  static Carried in(Host host, Jdbi jdbi, Run run, CallOrder order, Worktree worktree) {
    var pieces = pieces(host, run, worktree);
    return new Carried(
        worktree.files(),
        roots(pieces.stream().map(Piece::path)),
        trusted(jdbi, run, Baggage.among(pieces)),
        owned(host, run, order),
        new Belongings(worktree.files()).states());
  }

  /// What covers it in the agent's Cell. What a person allowed can be read and not changed.
  List<Mount> mounts() {
    return roots(before.keySet().stream()).stream()
        .filter(root -> !isOwned(root))
        .filter(root -> brought.contains(root) || Baggage.ofAgents(root))
        .flatMap(root -> cover(root).stream())
        .toList();
  }

  /// The roots that the agent's program may obey.
  Set<String> allowed() {
    return trusted
        ? brought.stream().filter(root -> !isOwned(root)).collect(Collectors.toSet())
        : Set.of();
  }

  /// The paths that are otherwise than they were before the call.
  List<String> touched() {
    var now = new Belongings(worktree).states();
    var paths = new TreeSet<String>(before.keySet());
    paths.addAll(now.keySet());
    return paths.stream()
        .filter(path ->
            !Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(now.get(path))))
        .toList();
  }

  private Optional<Mount> cover(String root) {
    var place = worktree.resolve(root);
    if (Files.isSymbolicLink(place)) {
      return leadsInside(place) ? Optional.of(Mount.hidden(place)) : Optional.empty();
    }
    return Optional.of(
        trusted && brought.contains(root) ? Mount.readOnly(place) : Mount.hidden(place));
  }

  /// What a link shows from elsewhere is not the repository's.
  private boolean leadsInside(Path link) {
    try {
      return link.toRealPath().startsWith(worktree.toRealPath());
    } catch (IOException leadsNowhere) {
      return false;
    }
  }

  /// Whether the group may change something of what lies at this root.
  private boolean isOwned(String root) {
    return before.keySet().stream()
        .filter(path -> path.equals(root) || path.startsWith(root + "/"))
        .anyMatch(path -> owned.stream().anyMatch(glob -> glob.matches(path)));
  }

  private static boolean trusted(Jdbi jdbi, Run run, Baggage baggage) {
    return !baggage.empty()
        && jdbi.withExtension(
                Trusts.class,
                trusts -> trusts.allowedBy(run.project().value(), baggage.digest().hex()))
            .isPresent();
  }

  private static List<Piece> pieces(Host host, Run run, Worktree worktree) {
    return host.clone(run).trees().entries(worktree.tree()).stream()
        .filter(entry -> Baggage.root(entry.path()).isPresent())
        .map(TreeEntry::piece)
        .toList();
  }

  private static List<Glob> owned(Host host, Run run, CallOrder order) {
    return order
        .group()
        .flatMap(group -> host.spec(run).group(group))
        .map(group ->
            Stream.concat(group.owns().stream(), group.shared().stream())
                .filter(Baggage::named)
                .toList())
        .orElse(List.of());
  }

  private static Set<String> roots(Stream<String> paths) {
    return paths
        .flatMap(path -> Baggage.root(path).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

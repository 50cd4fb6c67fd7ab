package dev.otto.model.proof;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.TreeId;
import java.util.List;
import java.util.Optional;

/// Where the proof of a run is: the digests of its parts, and what it was published as.
///
/// @param packet the digest of `proof-packet.json`
/// @param page the digest of `proof-packet.html`
/// @param diff the digest of what changed from the base to the commit, as a patch
/// @param notes what a person should know of the run's end, such as a teardown that failed
/// @param commit the audited commit; none if nothing came to an audit
public record Proof(
    Digest packet,
    Digest page,
    Optional<Digest> diff,
    Optional<CommitId> commit,
    Optional<TreeId> tree,
    List<String> notes) {
  public Proof {
    diff = diff == null ? Optional.empty() : diff;
    commit = commit == null ? Optional.empty() : commit;
    tree = tree == null ? Optional.empty() : tree;
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /// One of which there is nothing more to say.
  public Proof(
      Digest packet,
      Digest page,
      Optional<Digest> diff,
      Optional<CommitId> commit,
      Optional<TreeId> tree) {
    this(packet, page, diff, commit, tree, List.of());
  }
}

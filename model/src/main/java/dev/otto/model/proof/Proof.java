package dev.otto.model.proof;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.TreeId;
import java.util.Optional;

/// Where the proof of a run is: the digests of its parts, and what it was published as.
///
/// @param packet the digest of `proof-packet.json`
/// @param page the digest of `proof-packet.html`
/// @param diff the digest of what changed from the base to the commit, as a patch
/// @param commit the audited commit; none if nothing came to an audit
public record Proof(
    Digest packet,
    Digest page,
    Optional<Digest> diff,
    Optional<CommitId> commit,
    Optional<TreeId> tree) {
  public Proof {
    diff = diff == null ? Optional.empty() : diff;
    commit = commit == null ? Optional.empty() : commit;
    tree = tree == null ? Optional.empty() : tree;
  }
}

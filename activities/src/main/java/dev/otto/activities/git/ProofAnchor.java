package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What ties a proof to git: a tag object that names the audited commit and the digest of the
/// packet.
///
/// @param commit the audited commit
/// @param packet the digest of the run's proof packet
public record ProofAnchor(CommitId commit, Digest packet) {
  private static final Pattern READ =
      Pattern.compile(
          "object ([0-9a-f]+)\n.*^Otto-Proof: ([0-9a-f]{64})$.*",
          Pattern.DOTALL | Pattern.MULTILINE);

  /// Sets the run's anchor in Otto's clone; it is published with the run.
  void set(Clone clone, Lease lease, Instant at) {
    var tag = clone.git().command("mktag").reading(words(lease.run(), at)).run().line();
    var ref = Ref.proof(lease.run());
    clone.refs().move(lease, new RefMove(ref, clone.refs().object(ref), Optional.of(tag)));
  }

  /// The anchor that a repository has for the run.
  static Optional<ProofAnchor> read(Git git, RunId run) {
    var answer = git.ask("cat-file", "tag", Ref.proof(run).name());
    if (!answer.ok()) {
      return Optional.empty();
    }
    var matcher = READ.matcher(answer.text());
    return matcher.matches()
        ? Optional.of(new ProofAnchor(new CommitId(matcher.group(1)), new Digest(matcher.group(2))))
        : Optional.empty();
  }

  private String words(RunId run, Instant at) {
    return """
    object %s
    type commit
    tag otto-proof-%s
    tagger %s <%s> %d +0000

    Proof of run %2$s

    Otto-Run: %2$s
    Otto-Proof: %6$s
    """
        .formatted(
            commit,
            run,
            GitEnvironment.AUTHOR,
            GitEnvironment.ADDRESS,
            at.getEpochSecond(),
            packet);
  }
}

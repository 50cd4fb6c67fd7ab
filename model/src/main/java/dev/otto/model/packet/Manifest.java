package dev.otto.model.packet;

import dev.otto.model.Digest;
import dev.otto.model.settings.Agents;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `manifest.json` of a session: what the run was made from and with, and the digest of every other
/// file of the folder.
public record Manifest(
    String run,
    Optional<String> base,
    Optional<String> commit,
    Optional<String> tree,
    Optional<String> spec,
    Optional<Agents> agents,
    String walls,
    Optional<String> programs,
    String engine,
    Map<String, Digest> files) {
  /// The name in the session's folder.
  public static final String FILE = "manifest.json";

  public static Manifest of(Packet packet, Map<String, byte[]> files) {
    var digests = new TreeMap<String, Digest>();
    files.forEach((name, content) -> digests.put(name, Digest.of(content)));
    return new Manifest(
        packet.run().value(),
        packet.base().map(base -> base.hex()),
        packet.commit().map(commit -> commit.hex()),
        packet.tree().map(tree -> tree.hex()),
        packet.specDigest().map(digest -> digest.hex()),
        packet.agents(),
        packet.walls(),
        packet.programs(),
        packet.engine(),
        digests);
  }
}

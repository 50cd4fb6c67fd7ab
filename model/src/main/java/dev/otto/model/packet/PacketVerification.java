package dev.otto.model.packet;

import dev.otto.model.Digest;
import dev.otto.model.audit.Judgement;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// What verifying a packet found: nothing wrong, or the first broken item, and what it was anchored
/// to.
public record PacketVerification(Optional<String> broken, String anchor) {
  /// The name of the packet in its folder.
  public static final String PACKET = "proof-packet.json";

  /// The name of the page in its folder.
  public static final String PAGE = "proof-packet.html";

  /// The name of a piece of evidence in the packet's folder.
  public static String evidence(Digest digest) {
    return "evidence/" + digest.hex();
  }

  /// Recomputes everything that can be recomputed from the files of a packet's folder.
  ///
  /// @param files the content of a file of the folder by its name, if it is there
  /// @param anchored the digest of the packet as it is known from outside the folder
  public static PacketVerification of(
      Function<String, Optional<byte[]>> files, Optional<Digest> anchored) {
    var anchor =
        anchored
            .map(digest -> "the run's record: " + digest)
            .orElse("nothing outside the folder: only its own consistency was verified");
    var foreign = files.apply(PAGE).filter(PacketPage::ofOtherForm).isPresent();
    return new PacketVerification(
        broken(files, anchored),
        foreign
            ? anchor + "; the page was written by another version of Otto, and was not compared"
            : anchor);
  }

  private static Optional<String> broken(
      Function<String, Optional<byte[]>> files, Optional<Digest> anchored) {
    var bytes = files.apply(PACKET);
    if (bytes.isEmpty()) {
      return Optional.of(PACKET + " is missing");
    }
    if (anchored.isPresent() && !Digest.of(bytes.get()).equals(anchored.get())) {
      return Optional.of(PACKET + " is not the one that the run recorded");
    }
    try {
      var packet = Json.value(new String(bytes.get(), StandardCharsets.UTF_8), Packet.class);
      return broken(packet).or(() -> broken(packet, files));
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(PACKET + " cannot be read");
    }
  }

  private static Optional<String> broken(Packet packet) {
    if (!packet.spec().map(spec -> spec.digest()).equals(packet.specDigest())) {
      return Optional.of("the spec is not the approved one");
    }
    if (packet.audit().isEmpty()) {
      return packet.verdict() == Verdict.BLOCKED || packet.verdict() == Verdict.ABORTED
          ? Optional.empty()
          : Optional.of("a verdict of %s without an audit".formatted(packet.verdict().word()));
    }
    var audit = packet.audit().get();
    var again = Judgement.of(packet.spec().orElseThrow(), audit.findings());
    if (!again.equals(audit.judgement())) {
      return Optional.of("the judgement does not follow from the findings");
    }
    if (packet.verdict() != Verdict.ABORTED && packet.verdict() != again.verdict()) {
      return Optional.of("the verdict does not follow from the judgement");
    }
    return packet.commit().equals(Optional.of(audit.findings().commit()))
            || packet.verdict() == Verdict.ABORTED
        ? Optional.empty()
        : Optional.of("the commit is not the audited one");
  }

  private static Optional<String> broken(Packet packet, Function<String, Optional<byte[]>> files) {
    for (var digest : packet.evidence()) {
      var content = files.apply(evidence(digest));
      if (content.isEmpty()) {
        return Optional.of(evidence(digest) + " is missing");
      }
      if (!Digest.of(content.get()).equals(digest)) {
        return Optional.of(evidence(digest) + " was changed");
      }
    }
    var page = PacketPage.of(packet).getBytes(StandardCharsets.UTF_8);
    return files
            .apply(PAGE)
            .filter(bytes -> Arrays.equals(bytes, page) || PacketPage.ofOtherForm(bytes))
            .isPresent()
        ? Optional.empty()
        : Optional.of(PAGE + " does not show what the packet says");
  }
}

package dev.otto.cli.proof;

import dev.otto.model.Digest;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Packet;
import dev.otto.model.packet.PacketPage;
import dev.otto.model.packet.PacketVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A folder with a proof packet, as it lies on the disk.
record PacketFolder(Path folder) {
  /// What verifying it finds, given the digest that is known from outside of it.
  Verified verified(Optional<Digest> anchored) {
    var found = PacketVerification.of(this::content, anchored);
    return new Verified(folder, found.broken(), found.anchor());
  }

  /// Refuses a packet that is not the one with this digest.
  void refuseUnlessRecorded(Optional<Digest> anchored) {
    if (anchored.filter(digest -> !digest.equals(Digest.of(packet()))).isPresent()) {
      throw new NoPacket(folder, "is not the one that the run recorded").refused();
    }
  }

  /// Writes the page again, from the packet alone; where it is.
  Path rendered() {
    var text = new String(packet(), StandardCharsets.UTF_8);
    var page = folder.resolve(PacketVerification.PAGE);
    try {
      var fresh = Files.writeString(page.resolveSibling(".page.new"), PacketPage.of(read(text)));
      Files.move(fresh, page, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return page;
  }

  private Packet read(String text) {
    try {
      return Json.value(text, Packet.class);
    } catch (IllegalArgumentException unreadable) {
      throw new NoPacket(folder, "cannot be read").refused();
    }
  }

  private byte[] packet() {
    return content(PacketVerification.PACKET)
        .orElseThrow(() -> new NoPacket(folder, "is missing").refused());
  }

  private Optional<byte[]> content(String name) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}

package dev.otto.cli.proof;

import dev.otto.model.Digest;
import dev.otto.model.packet.PacketVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder with a proof packet, as it lies on the disk.
record PacketFolder(Path folder) {
  /// What verifying it finds, given the digest that is known from outside of it.
  Verified verified(Optional<Digest> anchored) {
    var found = PacketVerification.of(this::content, anchored);
    return new Verified(folder, found.broken(), found.anchor());
  }

  private Optional<byte[]> content(String name) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}

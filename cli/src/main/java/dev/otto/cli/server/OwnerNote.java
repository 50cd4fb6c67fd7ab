package dev.otto.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which process holds a home, from `owner.json`: there as soon as a server begins to start. Only
/// this note tells a server from a stranger that has got its pid or its port.
record OwnerNote(long pid, long startTicks, String bootId) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /// The process that holds the home and still lives.
  static Optional<OtherProcess> living(Path home) {
    return Note.read(home.resolve("owner.json"), OwnerNote.class)
        .filter(OwnerNote::ofThisBoot)
        .map(owner -> new OtherProcess(owner.pid, owner.startTicks))
        .filter(OtherProcess::alive);
  }

  /// The note of a living process.
  static OwnerNote of(long pid) throws IOException {
    var process = OtherProcess.of(pid).orElseThrow(() -> new IOException("no process " + pid));
    return new OwnerNote(pid, process.startTicks(), Files.readString(BOOT).strip());
  }

  private boolean ofThisBoot() {
    try {
      return Files.readString(BOOT).strip().equals(bootId);
    } catch (IOException unreadable) {
      return false;
    }
  }
}

package dev.otto.cli.server;

import dev.otto.cli.http.Address;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What a ready server wrote into `server.json` of its home: where it answers, and as which
/// process.
public record ServerNote(URI url, Path tokenFile, long pid, String engine, String build) {
  public ServerNote {
    Objects.requireNonNull(url, "a server note names its url");
    Objects.requireNonNull(tokenFile, "a server note names its token file");
    engine = engine == null ? "unknown" : engine;
    build = build == null ? "unknown" : build;
  }

  /// The note of a home, if there is one that can be read.
  public static Optional<ServerNote> read(Path home) {
    return Note.read(home.resolve("server.json"), ServerNote.class);
  }

  /// Where it answers, with the secret; nothing while the file with the secret cannot be read.
  Optional<Address> address() {
    try {
      return Optional.of(new Address(url, Files.readString(tokenFile).strip()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

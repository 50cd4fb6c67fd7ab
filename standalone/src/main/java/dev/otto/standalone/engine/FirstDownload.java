package dev.otto.standalone.engine;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.WholeFile;
import java.time.Duration;
import java.util.Optional;

/// The one try of a home to fetch a `temporal` program unasked, when none is there. It is noted
/// before it is made, so that no later start waits for it again.
record FirstDownload(EngineInstall install, Duration patience) {
  FirstDownload(EngineInstall install) {
    this(install, Duration.ofSeconds(30));
  }

  boolean due() {
    return note().text().isEmpty();
  }

  /// Makes it, and says why it failed if it did.
  @SuppressWarnings("SystemOut") // The command line shows it to who waits for the server.
  Optional<Refused> failed() {
    System.err.printf(
        "otto: fetching the Temporal server, this once (at most %d s; OTTO_ENGINE_DOWNLOAD=off: never)%n",
        patience.toSeconds());
    note().write("It was tried.\n");
    try {
      install.from(new OfficialRelease(patience));
      return Optional.empty();
    } catch (Refused refused) {
      note().write(refused.refusal().sentence() + "\n");
      return Optional.of(refused);
    }
  }

  /// Why it failed, if it was made and did.
  Optional<String> whyNot() {
    return note().text().map(String::strip);
  }

  private WholeFile note() {
    return new WholeFile(install.home().engine().resolve("download"));
  }
}

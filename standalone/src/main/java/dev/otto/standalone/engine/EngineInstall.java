package dev.otto.standalone.engine;

import dev.otto.standalone.home.ExclusiveFile;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.PrivateFolder;
import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;

/// Puts a `temporal` program into the home, once it is whole and has shown that its server has no
/// known holes.
public record EngineInstall(Home home, ProgramStarter starter, SearchPath path) {
  private static final Duration AT_EASE = Duration.ofMinutes(5);

  /// What was put there, for people.
  ///
  /// @param version of the server in it
  public record Installed(Path program, String version, String sha256, String from) {}

  /// The official release; a person waits for it, and may stop it.
  public Installed released() {
    return from(new OfficialRelease(AT_EASE));
  }

  /// A build of the pinned sources.
  public Installed built() {
    return from(
        new SourceBuild(starter, path, new LogFile(home.logs().resolve("engine-build.log"))));
  }

  Installed from(TemporalSource source) {
    try (var _ =
        ExclusiveFile.tryHold(home.engine().resolve("install.lock"))
            .orElseThrow(() -> new EngineRefusal.Installing().refused())) {
      return put(source);
    }
  }

  private Installed put(TemporalSource source) {
    var draft = InstalledTemporal.emptied(home.engine().resolve("fetched"));
    try {
      var fetched = source.into(PrivateFolder.at(draft));
      var program = TemporalProgram.at(fetched, starter).safe();
      var shelf = InstalledTemporal.in(home);
      shelf.put(fetched, program.version(), source.words());
      var note = shelf.note().orElseThrow();
      return new Installed(shelf.program(), note.version(), note.sha256().hex(), note.from());
    } finally {
      InstalledTemporal.emptied(draft);
    }
  }
}

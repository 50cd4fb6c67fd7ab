package dev.otto.standalone.engine;

import dev.otto.model.server.EngineDetails;
import dev.otto.standalone.home.Home;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is known of the engine in use.
public record EngineLook(Home home, Engine engine) {
  public EngineDetails details() {
    var installed = InstalledTemporal.in(home);
    var note = engine.program().filter(installed.program()::equals).flatMap(_ -> installed.note());
    return new EngineDetails(
        engine.kind().word(),
        engine.version(),
        engine.reach().words(),
        engine.uiUrl().map(URI::toString),
        engine.program().map(Path::toString),
        engine.program().filter(Files::isReadable).map(path -> FileDigest.of(path).hex()),
        note.map(InstalledTemporal.Note::from),
        engine.instead());
  }
}

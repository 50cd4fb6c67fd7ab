package dev.otto.standalone.engine;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The `temporal` program and the version of the server in it. The version of the program itself
/// says nothing: a build from source has none.
record TemporalProgram(Path path, ServerVersion version) {
  private static final String SERVER = "Server ";

  /// The program that the user named, else the one that was installed in the home, else one that
  /// somebody has put there, else the one on the path.
  static Optional<TemporalProgram> find(
      Optional<Path> named, Home home, SearchPath path, ProgramStarter starter) {
    if (named.isPresent()) {
      return Optional.of(at(named.orElseThrow(), starter));
    }
    return InstalledTemporal.in(home)
        .unchanged()
        .or(() -> Optional.of(home.engine().resolve("temporal")).filter(Files::isExecutable))
        .or(() -> path.find("temporal"))
        .map(found -> at(found, starter));
  }

  static TemporalProgram at(Path path, ProgramStarter starter) {
    var said = starter.said(List.of(path.toString(), "--version"));
    var server = said.indexOf(SERVER);
    var version =
        server < 0 ? Optional.<ServerVersion>empty() : ServerVersion.in(said.substring(server));
    return new TemporalProgram(
        path, version.orElseThrow(() -> new EngineRefusal.NotAProgram(path).refused()));
  }

  /// The program, if its server has no known holes.
  TemporalProgram safe() {
    if (!version.fixed()) {
      throw new EngineRefusal.Unsafe(path.toString(), version).refused();
    }
    return this;
  }
}

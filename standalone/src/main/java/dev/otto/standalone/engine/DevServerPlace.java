package dev.otto.standalone.engine;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.JsonFile;
import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.Residents;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the dev server of a home lives: its files, its ports, and what a former Otto may have left
/// running there.
record DevServerPlace(TemporalProgram program, Home home, ProgramStarter starter) {
  private static final Logger LOG = LoggerFactory.getLogger(DevServerPlace.class);
  private static final Duration TO_END = Duration.ofSeconds(5);

  /// The note about the one that runs.
  JsonFile<EngineFile> file() {
    return EngineFile.in(home);
  }

  /// A start on the ports of this home.
  DevServerStart start() {
    var store = new EngineStore(home.engine());
    var log = new LogFile(home.logs().resolve("engine.log"));
    return new DevServerStart(
        starter, DevServerCommand.on(program, store, port(), uiPort()), store, log);
  }

  /// The one that a former Otto has left running, if it is just what would be started now.
  Optional<EngineFile> adoptable() {
    return file().read().filter(note -> asWanted(note, start().command()));
  }

  private static boolean asWanted(EngineFile note, DevServerCommand command) {
    if (!note.process().alive() || !note.process().command().equals(command.words())) {
      return false;
    }
    try (var frontend = new Frontend(command.address())) {
      return frontend.serving() && frontend.clusterId().equals(Optional.of(note.clusterId()));
    }
  }

  /// Makes room for a new one. Two would share one database without a word, and both spoil it.
  void clear() {
    file().read().map(EngineFile::process).ifPresent(DevServer::end);
    if (!Residents.of(home.engine()).endedWithin(TO_END)) {
      throw new IllegalStateException("processes that cannot be ended work in " + home.engine());
    }
    moveIfTaken("engine", port());
    moveIfTaken("engine page", uiPort());
    while (port().number() == uiPort().number()) {
      uiPort().redrawn();
    }
  }

  private static void moveIfTaken(String what, KeptPort port) {
    var number = port.number();
    if (!KeptPort.free(number)) {
      LOG.warn(
          "{} port moved: {} is taken by another program, now {}", what, number, port.redrawn());
    }
  }

  private KeptPort port() {
    return new KeptPort(home.engine().resolve("port"));
  }

  private KeptPort uiPort() {
    return new KeptPort(home.engine().resolve("ui-port"));
  }
}

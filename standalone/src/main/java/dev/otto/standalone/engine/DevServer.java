package dev.otto.standalone.engine;

import dev.otto.standalone.engine.DevServerStart.Served;
import dev.otto.standalone.home.JsonFile;
import dev.otto.standalone.process.OtherProcess;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dev server of a home: found running, started, started again, ended.
final class DevServer {
  private static final Logger LOG = LoggerFactory.getLogger(DevServer.class);
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final DevServerStart start;
  private final JsonFile<EngineFile> file;
  private volatile Served served;
  private volatile boolean closing;

  private DevServer(DevServerStart start, JsonFile<EngineFile> file, Served served) {
    this.start = start;
    this.file = file;
    this.served = served;
    file.write(note());
  }

  /// The dev server that a former Otto has left running, if it is just what would be started now;
  /// otherwise a new one.
  static DevServer adoptedOrStarted(DevServerPlace place) {
    return place.adoptable().map(note -> adopted(place, note)).orElseGet(() -> started(place));
  }

  private static DevServer adopted(DevServerPlace place, EngineFile note) {
    LOG.info("engine adopted: pid={}", note.pid());
    var served = new Served(note.process(), note.clusterId());
    return new DevServer(place.start(), place.file(), served);
  }

  private static DevServer started(DevServerPlace place) {
    place.clear();
    var start = place.start();
    return new DevServer(start, place.file(), start.begin(() -> false));
  }

  DevServerCommand command() {
    return start.command();
  }

  boolean alive() {
    return served.process().alive();
  }

  /// Starts it again on the same ports, after its death, and says whether it has lost its memory.
  boolean restart() {
    var former = served;
    served = start.begin(() -> closing);
    file.write(note());
    return !served.clusterId().equals(former.clusterId());
  }

  /// Makes a start that is under way end soon.
  void closing() {
    closing = true;
  }

  /// Ends it; when this returns, nothing of it is left.
  void close() {
    end(served.process());
    file.delete();
  }

  /// Ends one, gently first.
  static void end(OtherProcess process) {
    process.terminate();
    if (!process.goneWithin(TO_END)) {
      LOG.warn("engine does not stop: pid={}", process.pid());
      process.kill();
      process.goneWithin(TO_END);
    }
  }

  private EngineFile note() {
    var command = start.command();
    return new EngineFile(
        served.process().pid(),
        served.process().startTicks(),
        command.port(),
        command.uiPort(),
        command.database().toString(),
        served.clusterId(),
        command.program().version().toString());
  }
}

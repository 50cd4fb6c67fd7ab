package dev.otto.standalone.engine;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.JsonFile;
import dev.otto.standalone.process.OtherProcess;

/// `engine.json`: the dev server that a server of this home has started, so that the next one can
/// find it.
record EngineFile(
    long pid,
    long startTicks,
    int port,
    int uiPort,
    String database,
    String clusterId,
    String version) {
  static JsonFile<EngineFile> in(Home home) {
    return JsonFile.at(home.engine().resolve("engine.json"), EngineFile.class);
  }

  OtherProcess process() {
    return new OtherProcess(pid, startTicks);
  }
}

package dev.otto.standalone.engine;

import dev.otto.standalone.home.KeptPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The words that start a dev server, tuned for Otto: as it comes, one step of a workflow takes 150
/// ms; so, 25.
///
/// It listens on loopback alone, asks nobody on the network for news or versions, and takes five
/// thousand events into one workflow task (of the usual hundred, a busy run would lose its task
/// again and again).
record DevServerCommand(TemporalProgram program, Path database, int port, int uiPort) {
  private static final List<String> PRAGMAS = List.of("journal_mode=WAL", "synchronous=NORMAL");
  private static final List<String> SETTINGS =
      List.of(
          "frontend.enableServerVersionCheck=false",
          "frontend.enableUpdateWorkflowExecution=true",
          "frontend.enableUpdateWorkflowExecutionAsyncAccepted=true",
          "frontend.namespaceRPS.visibility=1000",
          "history.transferProcessorMaxPollRPS=2000",
          "history.timerProcessorMaxPollRPS=2000",
          "history.visibilityProcessorMaxPollRPS=2000",
          "history.timerProcessorMaxTimeShift=\"1ms\"",
          "history.maximumBufferedEventsBatch=5000",
          "matching.numTaskqueueReadPartitions=1",
          "matching.numTaskqueueWritePartitions=1",
          "system.enableActivityEagerExecution=true");

  static DevServerCommand on(
      TemporalProgram program, EngineStore store, KeptPort port, KeptPort uiPort) {
    return new DevServerCommand(program, store.file(), port.number(), uiPort.number());
  }

  List<String> words() {
    var words =
        new ArrayList<>(
            List.of(
                program.path().toString(),
                "server",
                "start-dev",
                "--namespace",
                Engine.NAMESPACE,
                "--ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(uiPort),
                "--ui-disable-news-fetch",
                "--db-filename",
                database.toString(),
                "--log-format",
                "text",
                "--log-level",
                "error"));
    PRAGMAS.forEach(pragma -> words.addAll(List.of("--sqlite-pragma", pragma)));
    SETTINGS.forEach(setting -> words.addAll(List.of("--dynamic-config-value", setting)));
    return words;
  }

  EngineReach.Address address() {
    return new EngineReach.Address("127.0.0.1", port);
  }
}

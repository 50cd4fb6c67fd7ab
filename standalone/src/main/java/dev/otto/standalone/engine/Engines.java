package dev.otto.standalone.engine;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How an engine is chosen: what the user named is an order; only where nothing was named is the
/// next one taken.
public record Engines(Home home, ProgramStarter starter, SearchPath path) {
  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

  /// The engine that the user wants, ready, or a refusal with one sentence.
  public Engine open(EngineChoice choice) {
    return switch (choice) {
      case EngineChoice.External external -> ExternalEngine.open(external);
      case EngineChoice.DevServer(var program) ->
          devServer(found(program).orElseThrow(() -> new EngineRefusal.NoProgram().refused()));
      case EngineChoice.InProcess _ -> new InProcessEngine();
      case EngineChoice.Automatic(var program) -> automatic(program);
    };
  }

  private Engine automatic(Optional<Path> named) {
    if (named.isPresent()) {
      return open(new EngineChoice.DevServer(named));
    }
    try {
      return found(named).map(this::devServer).orElseGet(InProcessEngine::new);
    } catch (Refused refused) {
      LOG.warn(
          "dev server passed over: {} The engine is in this JVM instead.", refused.getMessage());
      return new InProcessEngine();
    }
  }

  private Optional<TemporalProgram> found(Optional<Path> named) {
    return TemporalProgram.find(named, home, path, starter);
  }

  private Engine devServer(TemporalProgram program) {
    return DevServerEngine.open(program.safe(), home, starter);
  }
}

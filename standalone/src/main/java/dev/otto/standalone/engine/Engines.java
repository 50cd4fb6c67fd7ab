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
      case EngineChoice.Automatic(var program, var download) -> automatic(program, download);
    };
  }

  private Engine automatic(Optional<Path> named, boolean download) {
    if (named.isPresent()) {
      return open(new EngineChoice.DevServer(named));
    }
    try {
      return found(named).map(this::devServer).orElseGet(() -> withoutProgram(download));
    } catch (Refused refused) {
      return instead(refused);
    }
  }

  /// What to do where there is no program: fetch one, if that is wanted and was not tried before.
  private Engine withoutProgram(boolean download) {
    var first = new FirstDownload(new EngineInstall(home, starter, path));
    if (download && first.due()) {
      return first
          .failed()
          .map(Engines::instead)
          .orElseGet(() -> devServer(found(Optional.empty()).orElseThrow()));
    }
    return new InProcessEngine(download ? first.whyNot() : Optional.empty());
  }

  private static Engine instead(Refused refused) {
    LOG.warn("dev server passed over: {} The engine is in this JVM instead.", refused.getMessage());
    return new InProcessEngine(Optional.of(refused.refusal().sentence()));
  }

  private Optional<TemporalProgram> found(Optional<Path> named) {
    return TemporalProgram.find(named, home, path, starter);
  }

  private Engine devServer(TemporalProgram program) {
    return DevServerEngine.open(program.safe(), home, starter);
  }
}

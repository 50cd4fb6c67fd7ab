package dev.otto.standalone.engine;

import dev.otto.standalone.process.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A Temporal server that runs elsewhere and is only used.
public record ExternalEngine(EngineReach.Address reach, String version) implements Engine {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static ExternalEngine open(EngineChoice.External choice) {
    var address = new EngineReach.Address(choice.host(), choice.port());
    try (var frontend = new Frontend(address)) {
      if (!Waiting.until(frontend::serving, PATIENCE)) {
        throw new EngineRefusal.Unreachable(address.target()).refused();
      }
      var version =
          frontend
              .version()
              .orElseThrow(() -> new EngineRefusal.Unreachable(address.target()).refused());
      if (!version.fixed()) {
        throw new EngineRefusal.Unsafe(address.target(), version).refused();
      }
      return new ExternalEngine(address, version.toString());
    }
  }

  @Override
  public EngineKind kind() {
    return EngineKind.EXTERNAL;
  }

  @Override
  public Optional<URI> uiUrl() {
    return Optional.empty();
  }

  @Override
  public void whenReset(Runnable recovery) {
    // Its memory is someone else's to keep.
  }

  @Override
  public void close() {
    // It is not ours to end.
  }
}

package dev.otto.standalone.engine;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/// The engine inside this JVM. It remembers nothing after the JVM's end: the checkpoints in the
/// database are enough to go on.
public final class InProcessEngine implements Engine {
  private final InProcessServer server = new InProcessServer();
  private final RefusedAnswers refused = new RefusedAnswers();

  private final Optional<String> instead;

  /// The one that was wanted.
  InProcessEngine() {
    this(Optional.empty());
  }

  /// @param instead why there is no dev server, if one was looked for
  InProcessEngine(Optional<String> instead) {
    this.instead = instead;
  }

  @Override
  public Optional<String> instead() {
    return instead;
  }

  @Override
  public EngineKind kind() {
    return EngineKind.IN_PROCESS;
  }

  @Override
  public String version() {
    return server.version();
  }

  @Override
  public EngineReach reach() {
    return new EngineReach.Inside(server.channel(), refused);
  }

  @Override
  public Optional<URI> uiUrl() {
    return Optional.empty();
  }

  @Override
  public void whenReset(Runnable recovery) {
    // It comes and goes with this JVM.
  }

  @Override
  public void whenStuck(Consumer<String> cure) {
    refused.tell(cure);
  }

  @Override
  public void close() {
    server.close();
  }
}

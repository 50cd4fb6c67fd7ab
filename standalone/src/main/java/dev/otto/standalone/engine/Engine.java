package dev.otto.standalone.engine;

import dev.otto.standalone.process.Outage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What carries Otto's workflows on, ready to be used.
public sealed interface Engine extends AutoCloseable
    permits ExternalEngine, DevServerEngine, InProcessEngine {
  /// Where Otto's workflows live in it.
  String NAMESPACE = "default";

  EngineKind kind();

  /// The version that it gives itself.
  String version();

  /// A way to talk to it. Stays true for as long as this is open, also when the engine dies and
  /// comes back.
  EngineReach reach();

  /// Why it is this one, where another was looked for first.
  default Optional<String> instead() {
    return Optional.empty();
  }

  /// The program it is, where it is a process of Otto's.
  default Optional<Path> program() {
    return Optional.empty();
  }

  /// Temporal's own web page, where there is one.
  Optional<URI> uiUrl();

  /// That it is gone and is being brought back.
  default Optional<Outage> outage() {
    return Optional.empty();
  }

  /// What is to be done when it had to come back without its memory: every open run must be started
  /// from its checkpoint.
  void whenReset(Runnable recovery);

  /// What is to be done when it refuses for ever what an execution, by its id, answers. Only the
  /// engine inside this JVM does that.
  default void whenStuck(Consumer<String> cure) {
    // The answers of others are taken, or asked for again.
  }

  /// Lets go of it. One of Otto's own is ended, and nothing of it is left running.
  @Override
  void close();
}

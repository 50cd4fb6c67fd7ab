package dev.otto.standalone.engine;

import java.nio.file.Path;
import java.util.Optional;

/// Which engine the user wants.
public sealed interface EngineChoice {
  /// A server that runs elsewhere: an order, never fallen through.
  record External(String host, int port) implements EngineChoice {}

  /// The dev server of the `temporal` program: the named one, else the first that is found.
  record DevServer(Optional<Path> program) implements EngineChoice {}

  /// A server inside this JVM.
  record InProcess() implements EngineChoice {}

  /// The dev server if there is a program for it, else the one in this JVM.
  ///
  /// @param download whether a program may be fetched where there is none
  record Automatic(Optional<Path> program, boolean download) implements EngineChoice {
    /// With what there is.
    public Automatic(Optional<Path> program) {
      this(program, false);
    }
  }
}

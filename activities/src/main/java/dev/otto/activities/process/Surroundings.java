package dev.otto.activities.process;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a command is surrounded by: the words that are really started, where, and with which
/// environment, which is all of it. Nothing of the JVM's own environment is inherited (W-20).
public interface Surroundings {
  List<String> words();

  Path folder();

  Map<String, String> environment();

  /// Words of the environment that must not appear in anything that is kept or heard.
  default Collection<String> secrets() {
    return List.of();
  }

  /// The tree that grows from the started process.
  ProcessTree tree(ProcessIdentity root);

  /// Why the command never ran, if the started process ended without running it.
  default Optional<String> fault(Exit exit, Log err) {
    return Optional.empty();
  }

  /// Called once, when everything has ended.
  default void ended() {}
}

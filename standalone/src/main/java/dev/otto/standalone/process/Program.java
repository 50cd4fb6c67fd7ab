package dev.otto.standalone.process;

import java.nio.file.Path;
import java.util.List;

/// A program to start: its arguments, where it works, where it writes what it says, and whether it
/// may outlive us.
///
/// It gets a small environment of its own: nothing that a person has exported (keys, tokens)
/// reaches it.
public record Program(List<String> command, Path folder, Path log, Ending ending) {
  public Program {
    command = List.copyOf(command);
  }

  /// What becomes of it when this server is killed.
  public enum Ending {
    /// It is killed by the kernel too.
    WITH_US,
    /// It goes on; the next server takes it over.
    OUTLIVES_US
  }
}

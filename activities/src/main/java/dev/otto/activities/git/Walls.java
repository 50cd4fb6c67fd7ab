package dev.otto.activities.git;

import dev.otto.activities.process.Program;
import java.nio.file.Path;
import java.util.List;

/// Where git runs that reads what an agent wrote: behind walls where they stand, else plainly.
@FunctionalInterface
public interface Walls {
  Walls NONE = (program, _, _) -> program;

  /// The program as it runs behind the walls, without a network, seeing these paths and writing
  /// only to those.
  Program around(Program program, List<Path> readable, List<Path> writable);
}

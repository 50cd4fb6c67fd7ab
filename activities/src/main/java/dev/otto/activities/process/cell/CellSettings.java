package dev.otto.activities.process.cell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person says about Cells: how much the walls are wanted, where Otto's home is, what else
/// must not be seen, which folders with programs are seen although they lie where nothing is, and
/// where bubblewrap is if not on the search path.
public record CellSettings(
    Sandbox sandbox, Path home, List<Path> hidden, List<Path> programs, Optional<Path> bubblewrap) {
  public CellSettings {
    hidden = List.copyOf(hidden);
    programs = List.copyOf(programs);
  }

  public static CellSettings of(Sandbox sandbox, Path home) {
    return new CellSettings(sandbox, home, List.of(), List.of(), Optional.empty());
  }
}

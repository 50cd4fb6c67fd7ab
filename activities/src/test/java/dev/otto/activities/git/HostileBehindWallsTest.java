package dev.otto.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.CellSettings;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same where git that reads a worktree runs behind the walls of Cells; and what is planted
/// there runs into the walls even where nothing else is in its way.
class HostileBehindWallsTest extends HostileTest {
  @TempDir Path home;
  private Cells cells;

  @BeforeEach
  void walledIn() {
    cells = Cells.on(new ProcessStarter(), CellSettings.of(Sandbox.PREFERRED, home));
    assumeTrue(cells.walls().all(), () -> "NOT PROVEN: " + cells.walls());
  }

  @Override
  Walls walls() {
    return cells::around;
  }

  @Test
  void a_filter_that_does_run_writes_nothing_outside() {
    runsTheFilter();

    snapshot(Walls.NONE);
    assertThat(mark()).exists();
    assertThat(mark().toFile().delete()).isTrue();
    agent().write("a.txt", "another\n");
    snapshot(walls());

    assertThat(mark()).doesNotExist();
  }
}

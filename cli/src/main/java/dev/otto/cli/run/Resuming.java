package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes on with a run that stands still.
///
/// @param folder where it was typed; a run that is not named belongs to the repository around it
/// @param approves whether a run that waits at its gate is approved as it stands
record Resuming(Runs runs, Path folder, boolean approves) {
  private static final int LOOKED_AT = 1_000;
  private static final Set<String> STANDS_STILL = Set.of("waiting", "paused", "pausing");

  /// The run, when it goes on.
  RunView goesOn(String named) {
    var run = runs.named(named.isEmpty() ? only() : named);
    if (!run.state().equals("waiting")) {
      return runs.ask(run.run(), "resume", new RunRequest.Resume());
    }
    if (!approves) {
      throw new ResumeRefusal.Waits(run.run()).refused();
    }
    return runs.ask(run.run(), "approve", new RunRequest.Approve(run.spec().orElseThrow()));
  }

  private String only() {
    var still = standingStill();
    if (still.isEmpty()) {
      throw new ResumeRefusal.Nothing().refused();
    }
    if (still.size() > 1) {
      throw new ResumeRefusal.Which(still.stream().map(RunLine::run).toList()).refused();
    }
    return still.getFirst().run().value();
  }

  private List<RunLine> standingStill() {
    return runs.newest(LOOKED_AT, Optional.empty()).stream()
        .filter(run -> STANDS_STILL.contains(run.state()))
        .filter(run -> folder.startsWith(run.repository()))
        .toList();
  }
}

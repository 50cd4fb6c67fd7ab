package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunView;

/// `otto land`: brings exactly the audited commit into the user's branch.
public final class LandCommand extends DecidingCommand {
  public LandCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    runs.land(
        run.run(),
        run.commit().orElseThrow(() -> new RunRefusal.NothingAudited(run.run()).refused()));
    return runs.named(run.run().value());
  }

  @Override
  String sentence(RunView run) {
    return "Landed %s%s."
        .formatted(
            run.commit().map(commit -> commit.hex().substring(0, 12)).orElse(""),
            run.landedOn().map(branch -> " on " + branch).orElse(""));
  }
}

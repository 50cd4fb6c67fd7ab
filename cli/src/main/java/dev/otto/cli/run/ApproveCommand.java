package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.shell.Shell;
import dev.otto.model.Digest;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;

/// `otto approve`: lets a run build the spec that it shows.
public final class ApproveCommand extends DecidingCommand {
  public ApproveCommand(Shell shell) {
    super(shell);
  }

  @Override
  RunView decided(RunView run, Runs runs) {
    return runs.ask(run.run(), "approve", new RunRequest.Approve(looked(run)));
  }

  private static Digest looked(RunView run) {
    return run.spec().orElseThrow(() -> new RunRefusal.NotAtTheGate(run.run()).refused());
  }

  @Override
  String sentence(RunView run) {
    return "Approved: %s, spec %s. Follow it with `otto watch %s`."
        .formatted(run.title(), looked(run).hex().substring(0, 12), run.run());
  }
}

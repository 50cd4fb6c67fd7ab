package dev.otto.activities.setup;

import dev.otto.activities.host.Host;
import dev.otto.model.run.Run;
import dev.otto.model.settings.file.Keys;
import java.util.ArrayList;
import java.util.List;

/// The commands that set up a folder of a run: those of `otto.yaml` as the base commit has it, then
/// those of the approved spec. Each is a list of words; no shell reads it.
record SetupCommands(List<List<String>> all) {
  static SetupCommands of(Host host, Run run) {
    var all = new ArrayList<>(CommittedSettings.of(host, run).get(Keys.SETUP).orElse(List.of()));
    all.addAll(host.spec(run).setup());
    return new SetupCommands(List.copyOf(all));
  }
}

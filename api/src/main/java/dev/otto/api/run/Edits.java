package dev.otto.api.run;

import dev.otto.model.Contents;
import dev.otto.model.RunId;
import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Violation;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunRequest;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SpecReader;
import java.util.Optional;

/// Reads the specs that people put in the place of those at the gate, as strictly as all others.
public record Edits(RunViews views, Contents contents) {
  private static final SpecReader SPECS = new SpecReader(CheckKind.runnable());

  /// The command for this run; a spec that breaks the rules is refused.
  RunCommand of(RunId run, RunRequest.Edit asked, String by, Optional<String> key) {
    return switch (SPECS.read(asked.spec(), views.state(run).settings().projectKind())) {
      case SpecReader.Reading.Accepted(var spec) ->
          new RunCommand.Edit(
              by,
              asked.looked(),
              contents.keep(spec.canonical()),
              spec.title(),
              GroupPlan.of(spec),
              key);
      case SpecReader.Reading.Refused(var violations) ->
          throw new BrokenSpec(
                  violations.stream()
                      .map(one -> new Violation(BrokenSpec.PLACE + one.pointer(), one.sentence()))
                      .toList())
              .refused();
    };
  }
}

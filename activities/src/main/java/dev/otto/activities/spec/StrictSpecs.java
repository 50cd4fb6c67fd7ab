package dev.otto.activities.spec;

import dev.otto.activities.host.Host;
import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Violation;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecEvent;
import dev.otto.model.spec.SpecReader;
import dev.otto.model.spec.SpecReader.Reading;
import dev.otto.workflows.run.Specs;
import java.util.stream.Collectors;

/// Reads drafts strictly; what breaks the rules goes back with every violation in words.
public final class StrictSpecs implements Specs {
  private final SpecReader reader = new SpecReader(CheckKind.runnable());
  private final Host host;

  public StrictSpecs(Host host) {
    this.host = host;
  }

  @Override
  public SpecEvent read(Draft draft) {
    var run = host.runs().of(draft.lease());
    return switch (reader.read(host.contents().text(draft.text()), run.settings().projectKind())) {
      case Reading.Accepted(var spec) ->
          compiled(run.compilation().revision().map(one -> one.number()).orElse(0) + 1, spec);
      case Reading.Refused(var violations) ->
          new SpecEvent.Refused(
              violations.size(),
              host.contents()
                  .keep(
                      violations.stream()
                          .map(Violation::toString)
                          .collect(Collectors.joining("\n"))));
    };
  }

  private SpecEvent compiled(int number, Spec spec) {
    var digest = host.contents().keep(spec.canonical());
    return new SpecEvent.Compiled(number, digest, spec.title(), GroupPlan.of(spec));
  }
}

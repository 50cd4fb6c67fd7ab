package dev.otto.activities.audit;

import dev.otto.activities.check.CheckPlace;
import dev.otto.activities.check.CheckRuns;
import dev.otto.activities.git.Clone;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.WrittenFolder;
import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.audit.Findings;
import dev.otto.model.check.Check;
import dev.otto.model.group.Group;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The factual half of an audit: every check on a fresh clone of the merged commit with its oracle
/// restored, and on the base.
final class Probe {
  private final Host host;
  private final Lease lease;
  private final Run run;
  private final Spec spec;
  private final Clone clone;

  Probe(Host host, Lease lease, Run run, Spec spec) {
    this.host = host;
    this.lease = lease;
    this.run = run;
    this.spec = spec;
    this.clone = host.clone(run);
  }

  Findings of(int round, CommitId commit) {
    var tree = clone.tree(commit);
    var oracles = new Oracles(clone, spec, clone.tree(run.base().orElseThrow()));
    var tampered = oracles.tampered(tree);
    var base = new BasePass(host, lease, run, spec, oracles).results(asked());
    var merged = folder("merged");
    var place = new CheckPlace(host, lease, "audit." + round, merged);
    place.tearDown();
    clone.auditClones().make(merged, commit);
    oracles.restore(merged);
    var product = seeded(place);
    var after = again(place, new CheckRuns(place, spec).run(asked()));
    place.tearDown();
    WrittenFolder.removed(merged);
    return new Findings(
        round,
        commit,
        tree,
        after,
        base,
        tampered,
        List.of(),
        List.of(),
        run.groups().stream().filter(Group::neverMerges).map(Group::id).toList(),
        product,
        host.walls());
  }

  /// A command that failed is run once more: one that passes then is flaky.
  private List<CheckResult> again(CheckPlace place, List<CheckResult> results) {
    return results.stream()
        .map(result ->
            result.failed() && spec.check(result.check()).orElseThrow() instanceof Check.Command
                ? again(place, result)
                : result)
        .toList();
  }

  private CheckResult again(CheckPlace place, CheckResult failed) {
    var second = new CheckRuns(place, spec).run(List.of(failed.check())).getFirst();
    return second.passed()
        ? new CheckResult(
            failed.check(),
            CheckResult.Outcome.FLAKY,
            "it failed (%s) and then passed on the same content".formatted(failed.sentence()),
            failed.evidence(),
            failed.millis())
        : failed;
  }

  /// Runs the fixtures, and says what went wrong with them.
  private Optional<String> seeded(CheckPlace place) {
    for (var fixture : spec.fixtures()) {
      var outcome = place.run("fixture-" + fixture.id(), fixture.argv(), Duration.ofMinutes(5));
      if (!outcome.well()) {
        return Optional.of("fixture '%s' failed: %s".formatted(fixture.id(), outcome.ending()));
      }
    }
    return Optional.empty();
  }

  /// Every check that a clause or a guardrail names, once.
  private List<CheckId> asked() {
    return spec.clauses().map(Clause::checks).flatMap(List::stream).distinct().toList();
  }

  private Path folder(String name) {
    return host.places().cellHome(run.id(), "audit").resolve(name);
  }
}

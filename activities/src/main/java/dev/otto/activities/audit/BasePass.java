package dev.otto.activities.audit;

import dev.otto.activities.check.CheckPlace;
import dev.otto.activities.check.CheckRuns;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.WrittenFolder;
import dev.otto.model.CheckId;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.TreeId;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The same checks on the base commit, with their oracles in place. What one came to there never
/// changes, so it is kept.
final class BasePass {
  private final Host host;
  private final Lease lease;
  private final Run run;
  private final Spec spec;
  private final Oracles oracles;

  BasePass(Host host, Lease lease, Run run, Spec spec, Oracles oracles) {
    this.host = host;
    this.lease = lease;
    this.run = run;
    this.spec = spec;
    this.oracles = oracles;
  }

  /// The results on the base; a check that cannot be run there, such as one of a product that is
  /// not there yet, has none.
  List<CheckResult> results(List<CheckId> checks) {
    var tree = host.clone(run).tree(run.base().orElseThrow());
    var missing = checks.stream().filter(check -> !Files.exists(file(check, tree))).toList();
    if (!missing.isEmpty()) {
      run(missing, tree);
    }
    var results = new ArrayList<CheckResult>();
    for (var check : checks) {
      var result = read(file(check, tree));
      if (result.outcome() != CheckResult.Outcome.NOT_RUN) {
        results.add(result);
      }
    }
    return results;
  }

  private void run(List<CheckId> checks, TreeId tree) {
    var folder = host.places().cellHome(run.id(), "audit").resolve("base");
    var place = new CheckPlace(host, lease, "base", folder);
    place.tearDown();
    host.clone(run).auditClones().export(folder, tree);
    oracles.restore(folder);
    var ran = new CheckRuns(place, spec).run(checks);
    host.check(lease);
    ran.forEach(result -> write(file(result.check(), tree), result));
    place.tearDown();
    WrittenFolder.removed(folder);
  }

  private Path file(CheckId id, TreeId tree) {
    var check = spec.check(id).orElseThrow();
    var key = Digest.of(Json.text(check) + Json.text(spec.start()) + tree);
    return host.places().baseResults(run.project()).resolve(key.hex());
  }

  private static CheckResult read(Path file) {
    try {
      return Json.value(Files.readString(file), CheckResult.class);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static void write(Path file, CheckResult result) {
    try {
      Files.createDirectories(file.getParent());
      var fresh = Files.createTempFile(file.getParent(), ".new", "");
      Files.writeString(fresh, Json.text(result));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}

package dev.otto.api.run;

import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.run.Phase;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunRequest;
import dev.otto.model.settings.ForkOf;
import dev.otto.model.settings.RunSettings;
import java.util.Optional;

/// New runs from the facts of others: the same intent and base, who thinks and within which limits;
/// and, from the phase `build` on, the same spec.
public record Forks(NewRuns runs, RunViews views) {
  /// The run that was forked; the same key with the same request gives the same run.
  RunId of(RunId origin, RunRequest.Fork asked, IdempotencyKey key) {
    return runs.known(key).orElseGet(() -> forked(views.state(origin), asked, key));
  }

  private RunId forked(Run origin, RunRequest.Fork asked, IdempotencyKey key) {
    var created =
        new RunEvent.Created(
            origin.project(),
            origin.intent(),
            origin.title(),
            origin.host(),
            settings(origin, asked));
    return runs.kept(views.of(origin.id()).repository(), created, key);
  }

  private RunSettings settings(Run origin, RunRequest.Fork asked) {
    var base = origin.base().orElseThrow(() -> new ForkRefusal.NoBase(origin.id()).refused());
    var of = new ForkOf(origin.id(), base);
    var settings = origin.settings();
    if (asked.spec().isPresent()) {
      var spec = runs.readable(asked.spec().get(), settings.projectKind());
      return settings.forked(of, Optional.of(spec), settings.reviewGate());
    }
    var phase = asked.from().orElseThrow();
    if (phase.equals(Phase.COMPILE.word())) {
      return settings.forked(of, Optional.empty(), settings.reviewGate());
    }
    if (phase.equals(Phase.BUILD.word())) {
      return settings.forked(of, Optional.of(approved(origin)), false);
    }
    throw new ForkRefusal.NotFrom(phase).refused();
  }

  private static Digest approved(Run origin) {
    return origin
        .compilation()
        .revision()
        .filter(_ -> origin.compilation().approved())
        .map(revision -> revision.spec())
        .orElseThrow(() -> new ForkRefusal.NeverApproved(origin.id()).refused());
  }
}

package dev.otto.activities.landing;

import dev.otto.activities.git.Head;
import dev.otto.activities.host.Host;
import dev.otto.model.Refusal;
import dev.otto.model.run.RunRefusal;
import dev.otto.store.landing.Landings;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Runs;
import dev.otto.workflows.landing.LandingHands;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Lands audited commits into the branch that the user has checked out, and writes the row that
/// says so.
public final class GitLandings implements LandingHands {
  private final Host host;
  private final Jdbi jdbi;

  public GitLandings(Host host, Jdbi jdbi) {
    this.host = host;
    this.jdbi = jdbi;
  }

  @Override
  public Outcome land(Landing landing) {
    try {
      return landed(landing);
    } catch (Refusal.Refused refused) {
      var why = refused.refusal();
      return new Outcome.Refused(why.code(), why.sentence(), why.nextStep());
    }
  }

  private Outcome landed(Landing landing) {
    var run =
        jdbi.withExtension(Runs.class, runs -> runs.named(landing.run().value()))
            .orElseThrow(() -> new RunRefusal.NoSuchRun(landing.run().value()).refused())
            .state();
    if (!run.proof().flatMap(proof -> proof.commit()).equals(Optional.of(landing.commit()))) {
      throw new RunRefusal.NothingAudited(landing.run()).refused();
    }
    var folder =
        jdbi.withExtension(Projects.class, projects -> projects.named(run.project().value()))
            .orElseThrow()
            .path();
    var checkout = host.preflight().look(Path.of(folder));
    var branch =
        switch (checkout.head()) {
          case Head.OnBranch(var name, _) -> name;
          case Head.Unborn(var name) -> name;
          case Head.Detached _ -> throw new DetachedHead(folder).refused();
        };
    var landed =
        host.clone(run)
            .landing()
            .land(checkout.repository(), branch, landing.commit(), Instant.now());
    jdbi.useExtension(
        Landings.class,
        landings ->
            landings.add(
                landing.run().value(),
                landing.commit().hex(),
                branch,
                landing.by(),
                Instant.now()));
    return new Outcome.Landed(
        landing.commit(), branch, landed.before().map(Object::toString).orElse("nothing"));
  }
}

package dev.otto.activities.workspace;

import dev.otto.activities.git.Clone;
import dev.otto.activities.git.ProjectHome;
import dev.otto.activities.git.Ref;
import dev.otto.activities.git.Salvage;
import dev.otto.activities.host.Host;
import dev.otto.model.GroupId;
import dev.otto.model.ProjectId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.group.SalvageView;
import dev.otto.store.project.Projects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The salvaged work on this host: told, and brought back as branches of the user's repository.
public final class SalvagedWork {
  private final Host host;
  private final Jdbi jdbi;

  public SalvagedWork(Host host, Jdbi jdbi) {
    this.host = host;
    this.jdbi = jdbi;
  }

  /// There is no such salvaged work.
  record NothingSalvaged(String name) implements Refusal {
    @Override
    public String code() {
      return "nothing-salvaged";
    }

    @Override
    public String sentence() {
      return "Nothing was salvaged as %s.".formatted(name);
    }

    @Override
    public String nextStep() {
      return "See what there is with `otto recover`.";
    }

    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }
  }

  /// A project whose clone is on this host.
  private record Place(Projects.Row project, ProjectHome home) {}

  /// All there is, the newest first.
  public SalvageView.Page all() {
    var places = places().toList();
    return new SalvageView.Page(
        places.stream()
            .flatMap(this::salvaged)
            .sorted(Comparator.comparing(SalvageView::at).reversed())
            .toList(),
        places.stream()
            .flatMap(place -> place.home().asides().stream())
            .map(Path::toString)
            .toList());
  }

  /// Brings it back as a branch of the user's repository.
  public SalvageView restored(SalvageView.Wanted wanted) {
    var name = "%s/%s/%d".formatted(wanted.run(), wanted.group(), wanted.number());
    return places()
        .flatMap(place ->
            salvaged(place).filter(one -> one.name().equals(name)).map(one -> given(place, one)))
        .findFirst()
        .orElseThrow(() -> new NothingSalvaged(name).refused());
  }

  private SalvageView given(Place place, SalvageView one) {
    clone(place)
        .publication()
        .give(
            one.run(),
            one.commit(),
            Ref.recovered(one.run(), one.group(), one.number()),
            host.preflight().find(Path.of(one.repository())));
    return one;
  }

  private Stream<SalvageView> salvaged(Place place) {
    var salvage = clone(place).salvage(host.gitWalls());
    return salvage.all().stream().map(one -> view(place, salvage, one));
  }

  private static SalvageView view(Place place, Salvage salvage, Salvage.OfRun one) {
    RunId run = one.run();
    GroupId group = one.salvaged().group();
    var number = one.salvaged().number();
    return new SalvageView(
        run,
        group,
        number,
        one.salvaged().commit(),
        one.salvaged().at(),
        salvage.files(one.salvaged()),
        place.project().path(),
        Ref.recovered(run, group, number).name().substring("refs/heads/".length()));
  }

  private Clone clone(Place place) {
    return host.clones().of(place.home());
  }

  private Stream<Place> places() {
    return jdbi.withExtension(Projects.class, Projects::all).stream()
        .map(project -> new Place(project, host.places().project(new ProjectId(project.id()))))
        .filter(place -> Files.isDirectory(place.home().folder().resolve("repository.git")));
  }
}

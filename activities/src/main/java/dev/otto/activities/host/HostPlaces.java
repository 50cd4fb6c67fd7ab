package dev.otto.activities.host;

import dev.otto.activities.git.ProjectHome;
import dev.otto.model.CallId;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where things lie in the home of a host.
public record HostPlaces(Path home) {
  private static final String TEAR_DOWN = ".tear-down";
  private static final String PACKAGES = ".packages";

  public ProjectHome project(ProjectId project) {
    return ProjectHome.in(home.resolve("projects").resolve(project.value()));
  }

  /// The log folder of one try of a call.
  public Path log(RunId run, CallId call, int tries) {
    return logs(run).resolve("%s-%d".formatted(call, tries));
  }

  public Path logs(RunId run) {
    return home.resolve("logs/runs").resolve(run.value());
  }

  /// The home that commands of one purpose of a run see as theirs.
  public Path cellHome(RunId run, String purpose) {
    return home.resolve("agents").resolve(run.value()).resolve(purpose);
  }

  /// All homes of a run's commands, without the notes beside them.
  public List<Path> cellHomes(RunId run) {
    var homes = home.resolve("agents").resolve(run.value()).toFile().listFiles(File::isDirectory);
    return Stream.of(homes == null ? new File[0] : homes).map(File::toPath).sorted().toList();
  }

  /// What an attempt's worktree was laid out for, so that a repeated call knows it again.
  public Path laidOutFor(RunId run, String purpose) {
    return home.resolve("agents").resolve(run.value()).resolve(purpose + ".laid-out");
  }

  /// Which folder was set up for this purpose of a run.
  public Path setUp(RunId run, String purpose) {
    return home.resolve("agents").resolve(run.value()).resolve(purpose + ".set-up");
  }

  /// What is owed to the folder that was set up for this purpose of a run.
  public Path tearDown(RunId run, String purpose) {
    return home.resolve("agents").resolve(run.value()).resolve(purpose + TEAR_DOWN);
  }

  /// The purposes of a run to whose folders something is or was owed.
  public List<String> tornDown(RunId run) {
    return purposes(run, TEAR_DOWN);
  }

  /// From where packages were fetched for this purpose of a run.
  public Path packages(RunId run, String purpose) {
    return home.resolve("agents").resolve(run.value()).resolve(purpose + PACKAGES);
  }

  /// The purposes of a run for which packages were fetched.
  public List<String> fetched(RunId run) {
    return purposes(run, PACKAGES);
  }

  private List<String> purposes(RunId run, String ending) {
    var notes = home.resolve("agents").resolve(run.value()).toFile().list();
    return Stream.of(notes == null ? new String[0] : notes)
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .sorted()
        .toList();
  }

  public Path contents() {
    return home.resolve("contents");
  }

  /// Results of checks on base commits, which never change.
  public Path baseResults(ProjectId project) {
    return home.resolve("projects").resolve(project.value()).resolve("base-results");
  }
}

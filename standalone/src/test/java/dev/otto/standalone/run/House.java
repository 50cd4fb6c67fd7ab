package dev.otto.standalone.run;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.database.Database;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.Engine;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.engine.Engines;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.SearchPath;
import dev.otto.standalone.work.Work;
import dev.otto.store.announce.Announcements;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/// A whole Otto without a door: database, engine and worker in this JVM, and runs put straight into
/// the store.
final class House implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Home home;
  private final Database database;
  private final dev.otto.store.Database store;
  private final Announcements announcements;
  private final Engine engine;
  private Work work;

  House(Path folder) {
    this(folder, new EngineChoice.InProcess());
  }

  House(Path folder, EngineChoice choice) {
    home = new Home(folder).prepared();
    var starter = ProgramStarters.here();
    database = Database.open(new DatabaseChoice.Embedded(), home, starter);
    var access = database.access();
    store = dev.otto.store.Database.open(access.url(), access.user(), access.password().text());
    announcements = Announcements.of(access.url(), access.user(), access.password().text());
    engine = new Engines(home, starter, new SearchPath("/nowhere")).open(choice);
    work = work();
  }

  private Work work() {
    return Work.begin(home, jdbi(), announcements, engine, new Work.Wishes(Sandbox.PREFERRED, 4));
  }

  Jdbi jdbi() {
    return store.jdbi();
  }

  Work hands() {
    return work;
  }

  /// Puts a run into the store, as the api does.
  RunId ask(Path repository, String intent, RunSettings settings) {
    var id = RunId.at(Instant.now(), NUMBER.incrementAndGet());
    var project = ProjectId.of(repository.toString());
    var digest = work.host().contents().keep(intent);
    jdbi()
        .useTransaction(handle -> {
          handle.attach(Projects.class).add(project.value(), repository.toString());
          new Checkpoints(jdbi())
              .create(
                  handle,
                  id,
                  new RunEvent.Created(project, digest, intent, home.hostId(), settings),
                  Instant.now());
        });
    return id;
  }

  Run run(RunId id) {
    return jdbi().withExtension(Runs.class, runs -> runs.named(id.value())).orElseThrow().state();
  }

  List<Events.Row> log(RunId id) {
    return jdbi().withExtension(Events.class, events -> events.ofRun(id.value(), 1));
  }

  @Override
  public void close() {
    work.close();
    announcements.close();
    engine.close();
    store.close();
    database.close();
  }
}

package dev.otto.standalone.run;

import static org.awaitility.Awaitility.await;

import dev.otto.activities.git.ProjectHome;
import dev.otto.activities.host.Variables;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.api.run.CommandRows;
import dev.otto.api.run.IdempotencyKey;
import dev.otto.api.run.RunCommands;
import dev.otto.api.run.RunViews;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.RunSettings;
import dev.otto.standalone.crash.Happening;
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
import dev.otto.store.call.CallRows;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import dev.otto.worker.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;
import org.jdbi.v3.core.Jdbi;

/// A whole Otto without a door: database, engine and worker in this JVM, runs put straight into the
/// store, and commands sent as the api sends them.
final class House implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Home home;
  private final Database database;
  private final dev.otto.store.Database store;
  private final Announcements announcements;
  private final Sandbox sandbox;
  private final List<ProviderSettings> providers;
  private final List<OwnAgent> own;
  private final Variables variables;
  private Engine engine;
  private Work work;

  House(Path folder) {
    this(folder, new EngineChoice.InProcess());
  }

  House(Path folder, EngineChoice choice) {
    this(folder, choice, Sandbox.PREFERRED);
  }

  House(Path folder, EngineChoice choice, Sandbox sandbox) {
    this(folder, choice, sandbox, List.of());
  }

  House(Path folder, EngineChoice choice, Sandbox sandbox, List<ProviderSettings> providers) {
    this(folder, choice, sandbox, providers, Variables.own());
  }

  House(
      Path folder,
      EngineChoice choice,
      Sandbox sandbox,
      List<ProviderSettings> providers,
      Variables variables) {
    this(folder, choice, sandbox, providers, List.of(), variables);
  }

  /// One with these programs of its user's own.
  static House with(Path folder, OwnAgent... own) {
    return new House(
        folder,
        new EngineChoice.InProcess(),
        Sandbox.PREFERRED,
        List.of(),
        List.of(own),
        Variables.own());
  }

  private House(
      Path folder,
      EngineChoice choice,
      Sandbox sandbox,
      List<ProviderSettings> providers,
      List<OwnAgent> own,
      Variables variables) {
    this.own = List.copyOf(own);
    this.variables = variables;
    this.sandbox = sandbox;
    this.providers = providers;
    home = new Home(folder).prepared();
    database = Database.open(new DatabaseChoice.Embedded(), home, ProgramStarters.here());
    var access = database.access();
    store = dev.otto.store.Database.open(access.url(), access.user(), access.password().text());
    announcements = Announcements.of(access.url(), access.user(), access.password().text());
    engine = engine(choice);
    work = work();
  }

  private Engine engine(EngineChoice choice) {
    return new Engines(home, ProgramStarters.here(), new SearchPath("/nowhere")).open(choice);
  }

  private Work work() {
    return Work.begin(
        home,
        jdbi(),
        announcements,
        engine,
        new Work.Wishes(sandbox, 4, providers, own, variables));
  }

  Home home() {
    return home;
  }

  Jdbi jdbi() {
    return store.jdbi();
  }

  Work hands() {
    return work;
  }

  /// The store by another door, so that a story can stand in its way.
  dev.otto.store.Database anotherStore() {
    var access = database.access();
    return dev.otto.store.Database.open(access.url(), access.user(), access.password().text());
  }

  /// Ends engine and worker as `otto down` does.
  void goesDown() {
    work.close();
    engine.close();
  }

  /// Comes up again after [#goesDown()], with the engine in this JVM.
  void comesUp() {
    comesUp(new EngineChoice.InProcess());
  }

  /// Comes up again after [#goesDown()], on this engine.
  void comesUp(EngineChoice choice) {
    engine = engine(choice);
    work = work();
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

  RunId ask(Repository repository, Wish wish) {
    return ask(repository.folder(), "a thing", wish.settings(work.host().contents()));
  }

  /// Lets an agent of the run go on that waits for the file `.go`.
  void letsGo(RunId run, String group) {
    try {
      Files.writeString(worktree(run, group).resolve(".go"), "");
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// The folder in which a group of the run works.
  Path worktree(RunId run, String group) {
    return project(run).worktrees().resolve(run.value()).resolve(group);
  }

  /// Where Otto keeps the run's project.
  ProjectHome project(RunId run) {
    return work.host().places().project(run(run).project());
  }

  /// Git in Otto's own clone of the run's project.
  String clone(RunId run, String... words) {
    return new Repository(project(run).folder().resolve("repository.git")).git(words);
  }

  /// Sends the command, which has a key of its own, and waits until it is obeyed; what the run
  /// refuses is thrown.
  RunView obeys(RunId run, RunCommand command) {
    var tables = new Store(new Late<>("database", () -> Optional.of(jdbi())));
    var client = new Late<>("engine", () -> Optional.of(work.client()));
    return new RunCommands(
            new dev.otto.api.part.Engine(client, Build.queue()),
            new CommandRows(tables),
            new RunViews(tables, work.host().contents()),
            RunCommands.Waiting.OF_A_PERSON)
        .obeyed(run, command, IdempotencyKey.of(command.key().orElse(null), run.value(), command));
  }

  /// Waits until the run is as the story wants it, for as long as it moves at all; if it never is,
  /// its log is told.
  Run until(RunId id, Predicate<Run> there) {
    var seen = run(id);
    while (!there.test(seen)) {
      seen = next(id, seen, there);
    }
    return seen;
  }

  /// The run when it is there or has moved on.
  private Run next(RunId id, Run seen, Predicate<Run> there) {
    try {
      return await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> run(id), run -> run.seq() > seen.seq() || there.test(run));
    } catch (ConditionTimeoutException stuck) {
      throw new AssertionError(run(id).state() + "\n" + told(id), stuck);
    }
  }

  /// Waits for the run's end.
  Run ends(RunId id) {
    return until(id, run -> run.ended().isPresent());
  }

  /// Waits until this agent of the run has begun its work: its file `begun.txt` is there.
  void begins(RunId id, String group) {
    var begun = worktree(id, group).resolve("parts").resolve(group).resolve("begun.txt");
    until(id, _ -> Files.exists(begun));
  }

  /// Waits until this has happened to the run, in the words of [Happening].
  void happens(RunId id, String happening) {
    until(id, _ -> happenings(id).contains(happening));
  }

  /// What has happened to the run, in its order.
  List<String> happenings(RunId id) {
    return log(id).stream().map(row -> Happening.of(row.body()).toString()).toList();
  }

  /// The calls of the run, try by try.
  List<CallRows.Row> calls(RunId id) {
    return jdbi().withExtension(CallRows.class, rows -> rows.ofRun(id.value()));
  }

  private String told(RunId id) {
    var lines = new StringBuilder();
    log(id).forEach(row -> lines.append(row.seq()).append(' ').append(row.body()).append('\n'));
    return lines.toString();
  }

  Run run(RunId id) {
    return jdbi().withExtension(Runs.class, runs -> runs.named(id.value())).orElseThrow().state();
  }

  List<Events.Row> log(RunId id) {
    return jdbi().withExtension(Events.class, events -> events.ofRun(id.value(), 1));
  }

  @Override
  public void close() {
    goesDown();
    announcements.close();
    store.close();
    database.close();
  }
}

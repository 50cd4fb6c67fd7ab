package dev.otto.api.sample;

import dev.otto.api.ApiParts;
import dev.otto.api.ApiServer;
import dev.otto.api.document.ServedDocument;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.host.HostFacts;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunStory;
import dev.otto.model.run.RunView;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.model.server.SignInLink;
import dev.otto.store.SampleDatabase;
import dev.otto.store.announce.Announcements;
import dev.otto.store.host.Hosts;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import dev.otto.store.run.Events;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/// A whole Otto but for its hands, behind real HTTP.
public final class SampleOtto implements AutoCloseable {
  public static final String TOKEN = "0123456789abcdef0123456789abcdef0123456789abcdef";

  public final SampleDatabase database = SampleDatabase.fresh();
  public final MemoryContents contents = new MemoryContents();
  public final Checkpoints checkpoints = new Checkpoints(database.jdbi());
  public final UsersCheckout checkout = new UsersCheckout(database.jdbi());
  public final MemoryEngine engine = new MemoryEngine(checkpoints, checkout);
  public final Announcements announcements =
      Announcements.of(database.url(), SampleDatabase.USER, SampleDatabase.PASSWORD);
  public final CountDownLatch shutdown = new CountDownLatch(1);

  /// What its one host says of the one agent that thinks.
  public static final HostFacts.Fact NO_CLAUDE =
      new HostFacts.Fact(
          "claude",
          HostFacts.Health.ABSENT,
          "There is no Claude Code on this host.",
          "Install it.");

  /// The packet of every run that is told to its end.
  public static final String PACKET = ServedDocument.served().example("Packet");

  private final ApiParts parts;
  public final ApiServer server;

  private SampleOtto(Path logs, List<Object> more) {
    this.parts = parts(logs, more);
    this.server = new ApiServer(parts);
    server.start(0);
  }

  /// An Otto that is ready, with one host.
  public static SampleOtto ready(Path logs, Object... more) {
    var otto = new SampleOtto(logs, List.of(more));
    otto.database
        .jdbi()
        .useExtension(
            Hosts.class,
            hosts ->
                hosts.seen(otto.engine.host().value(), new HostFacts("none", List.of(NO_CLAUDE))));
    return otto;
  }

  /// Asks as a program with the token.
  public Web web() {
    return new Web(server.url()).as("Authorization", "Bearer " + TOKEN);
  }

  /// Asks as nobody.
  public Web stranger() {
    return new Web(server.url());
  }

  public int port() {
    return server.url().getPort();
  }

  public ApiParts parts() {
    return parts;
  }

  /// The cookie of a browser that came by a link.
  public String signedIn() {
    var link = web().post("/api/v1/links", "").body(SignInLink.class);
    var entered = stranger().get(link.url());
    var cookie = entered.header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /// A new run, created through the api and carried by nobody yet.
  public RunId newRun() {
    var request = NewRun.of("/home/ada/shop", "Greet people.", "scripted");
    return web().post("/api/v1/runs", request).body(RunView.class).run();
  }

  /// The story of a run as if it had been lived here; its texts are words.
  public RunId tell(RunStory story) {
    for (var text : List.of("intent", "page", "diff")) {
      contents.keep(text);
    }
    contents.mean(Digest.of("packet"), PACKET);
    var run = RunId.at(Instant.now(), RandomGenerator.getDefault().nextInt());
    var log = story.log();
    var created = hosted((RunEvent.Created) log.getFirst().event());
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.attach(Projects.class).add(created.project().value(), "/home/ada/shop");
          checkpoints.create(handle, run, created, log.getFirst().at());
        });
    if (log.size() > 1) {
      checkpoints.record(new Lease(run, 0), 2, log.subList(1, log.size()));
    }
    return run;
  }

  private RunEvent.Created hosted(RunEvent.Created story) {
    return new RunEvent.Created(
        story.project(), story.intent(), story.title(), engine.host(), story.settings());
  }

  /// What happened to the run, in the words of the wire.
  public List<String> words(RunId run) {
    return database
        .jdbi()
        .withExtension(Events.class, events -> events.ofRun(run.value(), 1))
        .stream()
        .map(Events.Row::type)
        .toList();
  }

  private ApiParts parts(Path logs, List<Object> more) {
    return new ApiParts(
        () -> Optional.of(database.jdbi()),
        () -> Optional.of(announcements),
        () -> Optional.of(engine.client()),
        () -> Optional.of(new EngineView("in-process", "1.38.0", Optional.empty())),
        List::of,
        engine.queue(),
        contents,
        Set.of("scripted", "claude", "codex"),
        Set.of("codex"),
        TOKEN,
        "build-of-tests",
        logs,
        shutdown::countDown,
        more);
  }

  @Override
  public void close() {
    server.stop();
    announcements.close();
    engine.close();
    database.close();
  }
}

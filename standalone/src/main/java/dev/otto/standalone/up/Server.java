package dev.otto.standalone.up;

import dev.otto.activities.call.AgentTrial;
import dev.otto.activities.call.DeskLooks;
import dev.otto.activities.contents.FileContents;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.cell.PackageCaches;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.workspace.SalvagedWork;
import dev.otto.api.ApiParts;
import dev.otto.api.ApiServer;
import dev.otto.model.host.HostFacts;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.standalone.AgentSettings;
import dev.otto.standalone.Closing;
import dev.otto.standalone.Ground;
import dev.otto.standalone.GroundFacts;
import dev.otto.standalone.GroundTrouble;
import dev.otto.standalone.ServerSettings;
import dev.otto.standalone.demo.DemoResource;
import dev.otto.standalone.engine.EngineLook;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.server.HttpPulse;
import dev.otto.standalone.server.ServerFile;
import dev.otto.standalone.server.TakeOver;
import dev.otto.standalone.work.Work;
import dev.otto.store.announce.Announcements;
import dev.otto.store.host.Hosts;
import dev.otto.worker.Build;
import dev.otto.workflows.payload.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server: takes its home, answers at once with an honest "starting", brings up what it stands
/// on, and goes to work.
public final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int AGENTS = 4;

  /// All that this Otto can speak with; whether a host can use one is among the host's facts.
  private static final Set<String> PROVIDERS =
      Stream.concat(Stream.of("scripted"), Stream.of(ProviderKind.values()).map(ProviderKind::word))
          .collect(Collectors.toUnmodifiableSet());

  /// Those that do not say what their calls cost.
  private static final Set<String> UNPRICED =
      Stream.of(ProviderKind.values())
          .filter(kind -> !kind.tellsCost())
          .map(ProviderKind::word)
          .collect(Collectors.toUnmodifiableSet());

  private final Home home;
  private final ServerSettings settings;
  private final AgentSettings agents;
  private final String build;
  private final Closing closing;
  private final Runnable end;
  private final Role role;
  private final Parts parts = new Parts();

  /// A server of this home; `end` is called when somebody asks it to end.
  public Server(
      Home home,
      ServerSettings settings,
      AgentSettings agents,
      String build,
      Closing closing,
      Runnable end) {
    this(home, settings, agents, build, closing, end, Role.EVERYTHING);
  }

  /// A server that does what its role says.
  public Server(
      Home home,
      ServerSettings settings,
      AgentSettings agents,
      String build,
      Closing closing,
      Runnable end,
      Role role) {
    this.home = home;
    this.settings = settings;
    this.agents = agents;
    this.build = build;
    this.closing = closing;
    this.end = end;
    this.role = role;
  }

  /// Comes up, and returns when it is ready: where it answers, if it does. What it opens is closed
  /// by the closing it was given.
  public Optional<URI> begin() {
    closing.add("home", new TakeOver(home, HttpPulse.at("api/v1/server")).lock());
    var api = role.serves() ? Optional.of(api()) : Optional.<ApiServer>empty();
    var processes = new ProcessStarter();
    var ground = closing.add("ground", Ground.prepare(home, settings, processes));
    parts.engineLook.set(Optional.of(new EngineLook(home, ground.engine())));
    parts.trouble.set(new GroundTrouble(home, ground)::facts);
    var database = ground.database().access();
    var store =
        closing.add(
            "store",
            dev.otto.store.Database.open(
                database.url(), database.user(), database.password().text()));
    var announcements =
        closing.add(
            "announcements",
            Announcements.of(database.url(), database.user(), database.password().text()));
    parts.database.set(Optional.of(store.jdbi()));
    parts.announcements.set(Optional.of(announcements));
    parts.engine.set(Optional.of(view(ground)));
    if (role.works()) {
      work(ground, store.jdbi(), announcements, processes);
    } else {
      parts.client.set(Optional.of(client(ground)));
    }
    api.ifPresentOrElse(
        it -> tell(it.url(), ground),
        () -> LOG.info("worker ready: host={} queue={}", home.hostId(), Build.queue()));
    return api.map(ApiServer::url);
  }

  /// A way to the engine for commands alone.
  private WorkflowClient client(Ground ground) {
    var connection = closing.add("engine connection", ground.engine().reach().connect());
    return connection.client(
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()));
  }

  private void work(
      Ground ground, Jdbi jdbi, Announcements announcements, ProcessStarter processes) {
    var work =
        closing.add(
            "work",
            Work.begin(
                home,
                jdbi,
                announcements,
                ground.engine(),
                new Work.Wishes(settings.sandbox(), AGENTS, agents.providers(), agents.own())));
    parts.client.set(Optional.of(work.client()));
    parts.testCalls.set(Optional.of(work.testCalls()));
    parts.agentTrial.set(
        Optional.of(new AgentTrial(work.host().cells(), home.folder().resolve("agents/trials"))));
    parts.salvage.set(Optional.of(new SalvagedWork(work.host(), jdbi)));
    parts.desks.set(Optional.of(new DeskLooks(work.host(), jdbi, work.providers())));
    jdbi.useExtension(
        Hosts.class, hosts -> hosts.seen(home.hostId().value(), facts(ground, work, processes)));
  }

  private ApiServer api() {
    var api =
        new ApiServer(
            new ApiParts(
                parts.database::get,
                parts.announcements::get,
                parts.client::get,
                parts.engine::get,
                () -> parts.trouble.get().get(),
                Build.queue(),
                new FileContents(home.contents()),
                providers(),
                unpriced(),
                home.token().text(),
                build,
                home.logs(),
                end,
                List.of(
                    new SalvageResource(parts.salvage::get),
                    new EngineResource(parts.engineLook::get),
                    new DemoResource(home.folder(), agents.providers()),
                    new TestCallsResource(parts.testCalls::get),
                    new AgentTrialResource(parts.agentTrial::get),
                    new DeskResource(parts.database::get, parts.desks::get))));
    api.start(
        home.port("api")
            .free((taken, now) ->
                LOG.warn("api port moved: {} is taken by another program, now {}", taken, now)));
    closing.add("api", api::stop);
    LOG.info("api answers: url={}", api.url());
    return api;
  }

  private Set<String> providers() {
    return Stream.concat(PROVIDERS.stream(), agents.own().stream().map(OwnAgent::name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What a program of the user's own costs nobody says for sure.
  private Set<String> unpriced() {
    return Stream.concat(UNPRICED.stream(), agents.own().stream().map(OwnAgent::name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void tell(URI url, Ground ground) {
    var file = ServerFile.of(home, url, ground.engine().kind().word(), build);
    file.write(home);
    closing.add("server file", () -> file.remove(home));
    LOG.info("server ready: url={} engine={}", url, ground.engine().kind().word());
  }

  private HostFacts facts(Ground ground, Work work, ProcessStarter processes) {
    var facts = new ArrayList<>(new GroundFacts(home, ground, new ProgramStarter(processes)).all());
    facts.add(SandboxFact.of(settings.sandbox(), work.host().cells().walls()));
    facts.add(programs());
    facts.addAll(work.providers().facts());
    return new HostFacts(
        work.host().walls(), facts, work.providers().direct(), agents.usualPrices());
  }

  private static HostFacts.Fact programs() {
    var caches = PackageCaches.own().found();
    return new HostFacts.Fact(
        "programs",
        HostFacts.Health.OK,
        "Checks, setup and products find programs in %s%s."
            .formatted(
                Host.SEARCH_PATH,
                caches.isEmpty() ? "" : ", and packages in " + String.join(" and ", caches)),
        "");
  }

  private static EngineView view(Ground ground) {
    var engine = ground.engine();
    return new EngineView(
        engine.kind().word(), engine.version(), engine.uiUrl().map(URI::toString));
  }
}

package dev.otto.standalone.work;

import dev.otto.activities.call.TestCalls;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.Variables;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.provider.OwnAgent;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.activities.provider.Providers;
import dev.otto.standalone.engine.Engine;
import dev.otto.standalone.engine.EngineConnection;
import dev.otto.standalone.home.Home;
import dev.otto.store.announce.Announcements;
import dev.otto.store.run.Checkpoints;
import dev.otto.worker.Build;
import dev.otto.worker.HostParts;
import dev.otto.worker.OpenRuns;
import dev.otto.worker.OttoWorker;
import dev.otto.worker.RoomWatch;
import dev.otto.worker.RunStarts;
import dev.otto.worker.SleepWatch;
import dev.otto.worker.Sweep;
import dev.otto.workflows.payload.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What carries runs on in this JVM: the hands of this host, the worker, and the sweep that starts
/// what has no workflow.
public final class Work implements AutoCloseable {
  private final EngineConnection connection;
  private final WorkflowClient client;
  private final Host host;
  private final Providers providers;
  private final Gateway gateway;
  private final OttoWorker worker;
  private final Sweep sweep;
  private final TestCalls testCalls;
  private final SleepWatch sleep;
  private final RoomWatch room;

  private Work(
      EngineConnection connection,
      WorkflowClient client,
      Host host,
      Providers providers,
      Gateway gateway,
      OttoWorker worker,
      Sweep sweep,
      SleepWatch sleep,
      RoomWatch room) {
    this.connection = connection;
    this.client = client;
    this.host = host;
    this.providers = providers;
    this.gateway = gateway;
    this.worker = worker;
    this.sweep = sweep;
    this.testCalls =
        new TestCalls(
            host.cells(), providers, gateway, host.places().home().resolve("agents/test-calls"));
    this.sleep = sleep;
    this.room = room;
  }

  /// How a person wants the work done: the walls, how many agents at once, and which ones there may
  /// be beside `scripted`; and the environment in which its user's variables are.
  public record Wishes(
      Sandbox sandbox,
      int agents,
      List<ProviderSettings> providers,
      List<OwnAgent> own,
      Variables variables) {
    public Wishes {
      providers = List.copyOf(providers);
      own = List.copyOf(own);
    }

    /// In the environment of this process.
    public Wishes(
        Sandbox sandbox, int agents, List<ProviderSettings> providers, List<OwnAgent> own) {
      this(sandbox, agents, providers, own, Variables.own());
    }

    /// Without programs of the user's own.
    public Wishes(Sandbox sandbox, int agents, List<ProviderSettings> providers) {
      this(sandbox, agents, providers, List.of());
    }

    /// With `scripted` alone.
    public Wishes(Sandbox sandbox, int agents) {
      this(sandbox, agents, List.of());
    }
  }

  /// Ends what an earlier server left behind, then takes over every open run.
  public static Work begin(
      Home home, Jdbi jdbi, Announcements announcements, Engine engine, Wishes wishes) {
    var id = home.hostId();
    HostParts.reap(id, jdbi);
    var host = HostParts.of(id, home.folder(), jdbi, wishes.sandbox(), wishes.variables());
    var providers =
        Providers.found(
            wishes.providers(), wishes.own(), host.cells(), home.folder().resolve("agents/probe"));
    var gateway = Gateway.open();
    var connection = engine.reach().connect();
    var client =
        connection.client(
            WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()));
    var name = engine.kind().word() + " " + engine.version();
    var starts = new RunStarts(jdbi, client, Build.queue(), taken -> fence(host, taken));
    var sweep = new Sweep(jdbi, starts, announcements, Clock.systemUTC());
    engine.whenReset(sweep::takeOver);
    engine.whenStuck(sweep::stuck);
    sweep.takeOver();
    var worker =
        OttoWorker.start(
            new OttoWorker.Parts(
                client, jdbi, host, providers, gateway, Build.queue(), wishes.agents(), name));
    sweep.begin();
    var open = new OpenRuns(jdbi, client);
    return new Work(
        connection,
        client,
        host,
        providers,
        gateway,
        worker,
        sweep,
        SleepWatch.begin(open::slept),
        RoomWatch.begin(home.folder(), home::freeBytes, Home.NEEDED, open::pause));
  }

  /// Bars older epochs from the refs of the run, if it has any yet.
  private static void fence(Host host, Checkpoints.Taken taken) {
    var home = host.places().project(taken.run().project());
    if (Files.isDirectory(home.folder().resolve("repository.git"))) {
      host.clones().of(home).refs().raise(taken.lease());
    }
  }

  public WorkflowClient client() {
    return client;
  }

  public Host host() {
    return host;
  }

  public Providers providers() {
    return providers;
  }

  /// Tiny calls that try the agents of this host.
  public TestCalls testCalls() {
    return testCalls;
  }

  @Override
  public void close() {
    sleep.close();
    room.close();
    sweep.close();
    worker.close();
    gateway.close();
    providers.close();
    connection.close();
  }
}

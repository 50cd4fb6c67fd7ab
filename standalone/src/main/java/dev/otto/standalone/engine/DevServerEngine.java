package dev.otto.standalone.engine;

import dev.otto.standalone.home.ExclusiveFile;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Outage;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.Supervisor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The real Temporal as one process beside this JVM, with its database in the home and its web
/// page. Killed alone it is back within seconds on the same ports; it does not outlive this JVM.
public final class DevServerEngine implements Engine {
  private final ExclusiveFile lock;
  private final DevServer server;
  private final Supervisor supervisor;
  private volatile Runnable recovery = () -> {};

  private DevServerEngine(ExclusiveFile lock, DevServer server) {
    this.lock = lock;
    this.server = server;
    this.supervisor = Supervisor.of("engine", server::alive, this::restart);
  }

  static DevServerEngine open(TemporalProgram program, Home home, ProgramStarter starter) {
    var lock =
        ExclusiveFile.tryHold(home.engine().resolve("lock"))
            .orElseThrow(() -> new EngineRefusal.InUse(home.engine()).refused());
    try {
      var place = new DevServerPlace(program, home, starter);
      return new DevServerEngine(lock, DevServer.adoptedOrStarted(place));
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  @Override
  public EngineKind kind() {
    return EngineKind.DEV_SERVER;
  }

  @Override
  public String version() {
    return server.command().program().version().toString();
  }

  @Override
  public EngineReach.Address reach() {
    return server.command().address();
  }

  @Override
  public Optional<Path> program() {
    return Optional.of(server.command().program().path());
  }

  @Override
  public Optional<URI> uiUrl() {
    return Optional.of(URI.create("http://127.0.0.1:%d/".formatted(server.command().uiPort())));
  }

  @Override
  public Optional<Outage> outage() {
    return supervisor.outage();
  }

  @Override
  public void whenReset(Runnable wanted) {
    recovery = wanted;
  }

  @Override
  public void close() {
    server.closing();
    supervisor.close();
    server.close();
    lock.close();
  }

  private void restart() {
    if (server.restart()) {
      recovery.run();
    }
  }
}

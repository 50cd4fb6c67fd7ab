package dev.otto.standalone.database;

import dev.otto.standalone.home.Cache;
import dev.otto.standalone.home.ExclusiveFile;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.home.Secret;
import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.Outage;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.Supervisor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// The PostgreSQL of the home: durable, behind a password, on a port of its own, back within
/// seconds when it is killed.
///
/// It outlives a killed Otto, and the next one takes it over as it is.
public final class EmbeddedDatabase implements Database {
  private static final String NAME = "otto";
  private static final String FIRST = "postgres";
  private static final String UNKNOWN_DATABASE = "3D000";

  private final ExclusiveFile lock;
  private final PostgresServer server;
  private final DatabaseAccess access;
  private final String version;
  private final Supervisor supervisor;

  private EmbeddedDatabase(
      ExclusiveFile lock, PostgresServer server, DatabaseAccess access, String version) {
    this.lock = lock;
    this.server = server;
    this.access = access;
    this.version = version;
    this.supervisor = Supervisor.of("database", server::alive, server::restart);
  }

  static EmbeddedDatabase open(Home home, ProgramStarter starter) {
    var folder = home.database();
    var lock =
        ExclusiveFile.tryHold(folder.resolve("lock"))
            .orElseThrow(() -> new DatabaseRefusal.InUse(folder).refused());
    try {
      return opened(home, starter, lock);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static EmbeddedDatabase opened(Home home, ProgramStarter starter, ExclusiveFile lock) {
    var postgres = postgres(home, starter);
    var password = Secret.in(passwordFile(home));
    var cluster = Cluster.below(home.database()).made(postgres, NAME, passwordFile(home));
    var server =
        PostgresServer.adoptedOrStarted(
            postgres, cluster, new KeptPort(home.database().resolve("port")));
    try {
      var version = versionOfDatabaseIn(server, password);
      return new EmbeddedDatabase(lock, server, access(server, NAME, password), version);
    } catch (SQLException failure) {
      server.close();
      throw new DatabaseRefusal.DidNotStart(log(home).path(), OneLine.of(failure)).refused();
    }
  }

  private static Postgres postgres(Home home, ProgramStarter starter) {
    var cache = Cache.of(System.getenv(), home);
    return new Postgres(
        PostgresPrograms.in(cache),
        RootlessPrefix.words(starter),
        starter,
        home.database(),
        log(home));
  }

  private static Path passwordFile(Home home) {
    return home.database().resolve("password");
  }

  private static LogFile log(Home home) {
    return new LogFile(home.logs().resolve("database.log"));
  }

  /// Asks Otto's database for its version, and makes it first if this cluster is new.
  private static String versionOfDatabaseIn(PostgresServer server, Secret password)
      throws SQLException {
    try {
      return access(server, NAME, password).askVersion();
    } catch (SQLException failure) {
      if (!UNKNOWN_DATABASE.equals(failure.getSQLState())) {
        throw failure;
      }
    }
    try (var connection = access(server, FIRST, password).connected();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + NAME);
    }
    return access(server, NAME, password).askVersion();
  }

  private static DatabaseAccess access(PostgresServer server, String name, Secret password) {
    return new DatabaseAccess(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), name), NAME, password);
  }

  @Override
  public DatabaseAccess access() {
    return access;
  }

  @Override
  public String kind() {
    return "embedded";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<Outage> outage() {
    return supervisor.outage();
  }

  /// The port on which it listens.
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.closing();
    supervisor.close();
    server.close();
    lock.close();
  }
}

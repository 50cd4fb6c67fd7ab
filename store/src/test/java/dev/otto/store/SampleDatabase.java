package dev.otto.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/// A fresh, migrated database on the one PostgreSQL of this JVM.
public record SampleDatabase(String name, String url, Database database) implements AutoCloseable {
  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  private static final AtomicInteger COUNT = new AtomicInteger();

  /// The server, started at first need and ended with the JVM.
  private static final class Server {
    private static final EmbeddedPostgres ONLY = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "100")
            .start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  public static SampleDatabase fresh() {
    var name = "sample_" + COUNT.incrementAndGet();
    onServer("CREATE DATABASE " + name);
    var url = Server.ONLY.getJdbcUrl(USER, name);
    return new SampleDatabase(name, url, Database.open(url, USER, PASSWORD));
  }

  public Jdbi jdbi() {
    return database.jdbi();
  }

  /// The port of the server, for a test that stands in between.
  public static int port() {
    return Server.ONLY.getPort();
  }

  /// Ends every connection that says it is this program.
  public void cut(String program) {
    jdbi()
        .useHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT pg_terminate_backend(pid)
                    FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = :program
                    """)
                .bind("program", program)
                .mapTo(Boolean.class)
                .list());
  }

  @Override
  public void close() {
    database.close();
    onServer("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static void onServer(String statement) {
    try (var connection =
            DriverManager.getConnection(Server.ONLY.getJdbcUrl(USER, "postgres"), USER, PASSWORD);
        var command = connection.createStatement()) {
      command.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

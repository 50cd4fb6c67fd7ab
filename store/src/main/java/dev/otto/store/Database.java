package dev.otto.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.otto.model.json.Json;
import dev.otto.store.schema.Migrations;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/// The database of Otto, migrated and ready, behind one small pool.
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = configured(Jdbi.create(pool));
  }

  /// Opens the database and brings it to this build's schema.
  public static Database open(String url, String user, String password) {
    var database = asItIs(url, user, password);
    Migrations.migrate(database.jdbi);
    return database;
  }

  /// Opens the database of whatever build, to look at it.
  public static Database asItIs(String url, String user, String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setPoolName("otto");
    return new Database(new HikariDataSource(config));
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  private static Jdbi configured(Jdbi jdbi) {
    jdbi.installPlugin(new PostgresPlugin())
        .installPlugin(new SqlObjectPlugin())
        .installPlugin(new Jackson2Plugin());
    jdbi.getConfig(Jackson2Config.class).setMapper(Json.own());
    return jdbi;
  }

  @Override
  public void close() {
    pool.close();
  }
}

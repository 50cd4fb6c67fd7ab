package dev.otto.store.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The numbered migrations of the database. They go forward only, each once, all in one
/// transaction.
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final List<String> NAMES =
      List.of(
          "001-runs",
          "002-newest-runs",
          "003-accounts",
          "010-trust",
          "011-day-budget",
          "014-conversations",
          "017-forks");
  private static final long LOCK = 0x6f74746f;

  private Migrations() {}

  /// Brings the database to this build's schema; a database of a newer build is refused.
  public static void migrate(Jdbi jdbi) {
    jdbi.useTransaction(handle -> {
      handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
      handle.execute(
          "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, at timestamptz NOT NULL"
              + " DEFAULT now())");
      var done = handle.createQuery("SELECT name FROM migration").mapTo(String.class).list();
      refuseNewer(done);
      NAMES.stream().filter(name -> !done.contains(name)).forEach(name -> apply(handle, name));
    });
  }

  private static void refuseNewer(List<String> done) {
    var unknown = done.stream().filter(name -> !NAMES.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "the database was written by a newer Otto (%s): use that one".formatted(unknown));
    }
  }

  private static void apply(Handle handle, String name) {
    handle.createScript(text(name)).execute();
    handle.execute("INSERT INTO migration (name) VALUES (?)", name);
    LOG.info("migration applied: name={}", name);
  }

  private static String text(String name) {
    try (var stream = Migrations.class.getResourceAsStream("/db/" + name + ".sql")) {
      if (stream == null) {
        throw new IllegalStateException("migration is missing: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

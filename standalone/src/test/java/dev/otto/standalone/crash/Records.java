package dev.otto.standalone.crash;

import dev.otto.model.RunId;
import dev.otto.standalone.home.Home;
import dev.otto.store.Database;
import dev.otto.store.announce.Announcements;
import dev.otto.store.announce.Listener;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the database of a home says of runs, read from beside the server, so that a server's death
/// is no hindrance.
final class Records implements AutoCloseable {
  private static final Duration GIVEN_UP = Duration.ofSeconds(30);

  private final Database database;
  private final Announcements announcements;
  private final Listener listener;

  private Records(Database database, Announcements announcements) {
    this.database = database;
    this.announcements = announcements;
    this.listener = announcements.listener();
  }

  /// The records of a home whose server is ready.
  static Records of(Home home) {
    var url =
        "jdbc:postgresql://127.0.0.1:%s/otto".formatted(text(home.database().resolve("port")));
    var password = text(home.database().resolve("password"));
    return new Records(
        Database.asItIs(url, "otto", password), Announcements.of(url, "otto", password));
  }

  List<Events.Row> log(RunId run) {
    return stubbornly(
        () -> database.jdbi().withExtension(Events.class, events -> events.ofRun(run.value(), 1)));
  }

  List<CallRows.Row> calls(RunId run) {
    return stubbornly(
        () -> database.jdbi().withExtension(CallRows.class, rows -> rows.ofRun(run.value())));
  }

  Runs.Row run(RunId run) {
    return stubbornly(() ->
        database.jdbi().withExtension(Runs.class, runs -> runs.named(run.value())).orElseThrow());
  }

  /// The run as its build stored it, one JSON object in a line: its events in their order, then its
  /// state.
  List<String> stored(RunId run) {
    var sql =
        "(SELECT '{\"event\":' || body::text || '}' FROM event WHERE run = :run ORDER BY seq)"
            + " UNION ALL SELECT '{\"state\":' || state::text || '}' FROM run WHERE id = :run";
    return stubbornly(() ->
        database
            .jdbi()
            .withHandle(handle ->
                handle.createQuery(sql).bind("run", run.value()).mapTo(String.class).list()));
  }

  /// Waits for what the log shows, woken by every record; empty if the time is over.
  <T> Optional<T> awaiting(Duration most, Supplier<Optional<T>> looked) {
    var end = Instant.now().plus(most);
    while (true) {
      var found = looked.get();
      if (found.isPresent() || Instant.now().isAfter(end)) {
        return found;
      }
      heard();
    }
  }

  private void heard() {
    try {
      listener.await(Duration.ofMillis(250));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// PostgreSQL may be one of the victims.
  private static <T> T stubbornly(Supplier<T> asked) {
    var end = Instant.now().plus(GIVEN_UP);
    while (true) {
      try {
        return asked.get();
      } catch (org.jdbi.v3.core.JdbiException away) {
        if (Instant.now().isAfter(end)) {
          throw away;
        }
        Patiently.rest(Duration.ofMillis(100));
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    announcements.close();
    database.close();
  }
}

package dev.otto.store.announce;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection of a process on which the database says that something was stored. It says
/// neither what nor how much: who is woken reads again.
///
/// A lost connection is made again for as long as it takes, and then everybody is woken, since
/// nobody knows what was said meanwhile.
public final class Announcements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final String url;
  private final Properties login;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();

  private Announcements(String url, Properties login) {
    this.url = url;
    this.login = login;
  }

  /// Listens to the database from now on; it need not be there yet.
  public static Announcements of(String url, String user, String password) {
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", "otto announcements");
    login.setProperty("tcpKeepAlive", "true");
    var announcements = new Announcements(url, login);
    Thread.ofVirtual().name("announcements").start(announcements::listen);
    return announcements;
  }

  /// A new listener, which hears at once that there may be something to read.
  public Listener listener() {
    var listener = new Listener(listeners::remove);
    listeners.add(listener);
    if (isClosed()) {
      listener.close();
    }
    return listener;
  }

  private void listen() {
    var pause = FIRST_PAUSE;
    while (!isClosed()) {
      try (var open = DriverManager.getConnection(url, login)) {
        connection.set(open);
        subscribe(open);
        pause = FIRST_PAUSE;
        wakeForEver(open);
      } catch (SQLException lost) {
        if (!isClosed()) {
          LOG.warn("announcements lost: retryMillis={} why={}", pause.toMillis(), firstLine(lost));
        }
      }
      rest(pause);
      pause = longer(pause);
    }
  }

  private static void subscribe(Connection open) throws SQLException {
    try (var statement = open.createStatement()) {
      statement.execute("LISTEN otto");
    }
    LOG.info("announcements heard");
  }

  private void wakeForEver(Connection open) throws SQLException {
    var source = open.unwrap(PGConnection.class);
    while (!isClosed()) {
      listeners.forEach(Listener::wake);
      source.getNotifications(0);
    }
  }

  private void rest(Duration pause) {
    try {
      var _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /// Ends the connection; everybody who listens hears that it is over.
  @Override
  public void close() {
    closed.countDown();
    listeners.forEach(Listener::close);
    var open = connection.get();
    if (open != null) {
      hangUp(open);
    }
  }

  private static void hangUp(Connection open) {
    try {
      open.abort(Runnable::run);
    } catch (SQLException gone) {
      LOG.debug("announcements were gone already", gone);
    }
  }
}

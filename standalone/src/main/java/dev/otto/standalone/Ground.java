package dev.otto.standalone;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.standalone.database.Database;
import dev.otto.standalone.engine.Engine;
import dev.otto.standalone.engine.Engines;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Otto stands on: a database and an engine, both ready.
public record Ground(Database database, Engine engine) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

  /// Brings both up at the same time. If one cannot be had, neither is left running. Whoever calls
  /// holds the home's lock.
  public static Ground prepare(Home home, ServerSettings settings, ProcessStarter processes) {
    var programs = new ProgramStarter(processes);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var database = threads.submit(() -> database(home, settings, programs));
      var engine = threads.submit(() -> engine(home, settings, programs));
      return both(database, engine);
    }
  }

  private static Database database(Home home, ServerSettings settings, ProgramStarter programs) {
    var start = System.nanoTime();
    var database = Database.open(settings.database(), home, programs);
    LOG.info(
        "database ready: kind={} version={} url={} ms={}",
        database.kind(),
        database.version(),
        database.access().url(),
        since(start));
    return database;
  }

  private static Engine engine(Home home, ServerSettings settings, ProgramStarter programs) {
    var start = System.nanoTime();
    var engine = new Engines(home, programs, SearchPath.current()).open(settings.engine());
    LOG.info(
        "engine ready: kind={} version={} reach={} ms={}",
        engine.kind().word(),
        engine.version(),
        engine.reach().words(),
        since(start));
    return engine;
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Ground both(Future<Database> database, Future<Engine> engine) {
    try {
      return new Ground(result(database), result(engine));
    } catch (RuntimeException failure) {
      closeIfOpened(engine);
      closeIfOpened(database);
      throw failure;
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ground was prepared", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException asItWas) {
        throw asItWas;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static void closeIfOpened(Future<? extends AutoCloseable> future) {
    try {
      result(future).close();
    } catch (Exception failed) {
      LOG.debug("not opened, so not closed", failed);
    }
  }

  /// Ends both; when this returns, nothing that was started here is alive.
  @Override
  public void close() {
    try {
      engine.close();
    } finally {
      database.close();
    }
  }
}

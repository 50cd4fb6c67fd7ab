package dev.otto.standalone.database;

import dev.otto.standalone.home.KeptPort;
import dev.otto.standalone.process.OtherProcess;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL server of a cluster: found running, started, started again, shut down.
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final Postgres postgres;
  private final Cluster cluster;
  private final int port;
  private volatile OtherProcess process;
  private volatile boolean closing;

  private PostgresServer(Postgres postgres, Cluster cluster, int port, OtherProcess process) {
    this.postgres = postgres;
    this.cluster = cluster;
    this.port = port;
    this.process = process;
  }

  /// The server that a killed Otto has left running, if it is just what would be started now;
  /// otherwise a new one.
  static PostgresServer adoptedOrStarted(Postgres postgres, Cluster cluster, KeptPort port) {
    var left = cluster.server();
    if (left.filter(process -> asWanted(process, postgres, cluster, port.number())).isPresent()) {
      LOG.info("database adopted: pid={}", left.orElseThrow().pid());
      return new PostgresServer(postgres, cluster, port.number(), left.orElseThrow());
    }
    left.ifPresent(process -> shutDown(postgres, cluster, process));
    cluster.clear();
    var free = freePort(port);
    var started = new PostgresStart(postgres, cluster, free).begin(() -> false);
    return new PostgresServer(postgres, cluster, free, started);
  }

  private static boolean asWanted(
      OtherProcess process, Postgres postgres, Cluster cluster, int port) {
    return process.command().equals(postgres.serverWords(cluster.folder(), port))
        && cluster.ready(process);
  }

  private static int freePort(KeptPort port) {
    var number = port.number();
    if (KeptPort.free(number)) {
      return number;
    }
    var other = port.redrawn();
    LOG.warn("database port moved: {} is taken by another program, now {}", number, other);
    return other;
  }

  int port() {
    return port;
  }

  boolean alive() {
    return process.alive();
  }

  /// Starts it again on the same port, after its death.
  void restart() {
    cluster.clear();
    process = new PostgresStart(postgres, cluster, port).begin(() -> closing);
  }

  /// Makes a start that is under way end soon.
  void closing() {
    closing = true;
  }

  /// Shuts it down; when this returns, nothing of it is left.
  void close() {
    if (alive()) {
      shutDown(postgres, cluster, process);
    }
    cluster.clear();
  }

  private static void shutDown(Postgres postgres, Cluster cluster, OtherProcess process) {
    if (postgres.stopped(cluster.folder(), "fast") && process.goneWithin(TO_END)) {
      return;
    }
    LOG.warn("database does not stop: pid={}", process.pid());
    if (!postgres.stopped(cluster.folder(), "immediate") || !process.goneWithin(TO_END)) {
      process.kill();
      process.goneWithin(TO_END);
    }
  }
}

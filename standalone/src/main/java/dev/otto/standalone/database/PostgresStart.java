package dev.otto.standalone.database;

import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Waiting;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// One start of a PostgreSQL server, watched until it is ready. After a crash that can take a
/// while: it recovers first.
record PostgresStart(Postgres postgres, Cluster cluster, int port) {
  private static final Duration TO_RECOVER = Duration.ofMinutes(2);

  /// The process that serves the cluster now. Refused if it ends, or is given up.
  OtherProcess begin(BooleanSupplier givenUp) {
    var before = postgres.log().length();
    var process = postgres.startServer(cluster.folder(), port);
    var mark = OtherProcess.of(process.pid());
    Waiting.until(
        () ->
            givenUp.getAsBoolean() || !process.isAlive() || mark.filter(cluster::ready).isPresent(),
        TO_RECOVER);
    if (process.isAlive() && !givenUp.getAsBoolean()) {
      return mark.filter(cluster::ready).orElseThrow(() -> failed(process, before));
    }
    throw failed(process, before);
  }

  private RuntimeException failed(Process process, long before) {
    process.destroyForcibly();
    return new DatabaseRefusal.DidNotStart(postgres.log().path(), postgres.lastWords(before))
        .refused();
  }
}

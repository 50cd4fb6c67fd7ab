package dev.otto.standalone.database;

import dev.otto.standalone.home.WholeFolder;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Residents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The folder with PostgreSQL's files, and who works in it. It appears under its name when it is
/// complete.
record Cluster(Path folder) {
  private static final Duration TO_END = Duration.ofSeconds(10);

  static Cluster below(Path database) {
    try {
      return new Cluster(database.toRealPath().resolve("cluster"));
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  /// The cluster, made now if there is none.
  Cluster made(Postgres postgres, String user, Path passwordFile) {
    var whole = new WholeFolder(folder);
    if (!whole.there()) {
      endAllIn(whole.draft());
      whole.make(draft -> postgres.initialise(draft, user, passwordFile));
    }
    return this;
  }

  /// The living server of this cluster. A process that only has the pid of a former one works
  /// elsewhere.
  Optional<OtherProcess> server() {
    return PostmasterFile.read(folder)
        .flatMap(file -> OtherProcess.of(file.pid()))
        .filter(process -> process.folder().filter(folder::equals).isPresent());
  }

  /// Whether this process serves it and is ready.
  boolean ready(OtherProcess server) {
    return PostmasterFile.read(folder)
        .filter(file -> file.ready() && file.pid() == server.pid())
        .isPresent();
  }

  /// Removes what a killed server has left: its note, which would stop the next one for as long as
  /// it is a zombie, and its orphaned processes, beside which no other may write.
  void clear() {
    endAllIn(folder);
    try {
      Files.deleteIfExists(PostmasterFile.in(folder));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void endAllIn(Path folder) {
    if (!new Residents(folder).endedWithin(TO_END)) {
      throw new IllegalStateException("processes that cannot be ended work in " + folder);
    }
  }
}

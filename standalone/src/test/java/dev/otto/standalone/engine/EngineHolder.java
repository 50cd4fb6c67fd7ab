package dev.otto.standalone.engine;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarters;
import dev.otto.standalone.process.SearchPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// An Otto that has nothing but its dev server, until it is killed: `<home> <temporal>
/// with-us|orphaning`.
final class EngineHolder {
  private EngineHolder() {}

  @SuppressWarnings("SystemOut") // The words by which the test knows that it is ready.
  static void main(String... arguments) {
    var home = new Home(Path.of(arguments[0])).prepared();
    var starter =
        arguments[2].equals("orphaning")
            ? ProgramStarters.withoutParentDeath()
            : ProgramStarters.here();
    new Engines(home, starter, SearchPath.current())
        .open(new EngineChoice.DevServer(Optional.of(Path.of(arguments[1]))));
    System.out.println("READY");
    new Semaphore(0).acquireUninterruptibly();
  }
}

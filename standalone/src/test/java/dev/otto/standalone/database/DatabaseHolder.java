package dev.otto.standalone.database;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarters;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// An Otto that has nothing but its database, until it is killed.
final class DatabaseHolder {
  private DatabaseHolder() {}

  @SuppressWarnings("SystemOut") // The words by which the test knows that it is ready.
  static void main(String... arguments) {
    var home = new Home(Path.of(arguments[0])).prepared();
    var database = Database.open(new DatabaseChoice.Embedded(), home, ProgramStarters.here());
    System.out.println("READY " + database.access().url());
    new Semaphore(0).acquireUninterruptibly();
  }
}

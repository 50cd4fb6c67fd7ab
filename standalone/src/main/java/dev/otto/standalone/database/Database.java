package dev.otto.standalone.database;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Outage;
import dev.otto.standalone.process.ProgramStarter;
import java.util.Optional;

/// The PostgreSQL that holds Otto's truth, ready to be used.
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {
  /// Brings it up as the user chose, or refuses with one sentence.
  static Database open(DatabaseChoice choice, Home home, ProgramStarter starter) {
    return switch (choice) {
      case DatabaseChoice.Embedded _ -> EmbeddedDatabase.open(home, starter);
      case DatabaseChoice.External(var access) -> ExternalDatabase.open(access);
    };
  }

  /// Where it answers, and as whom. Stays the same for as long as this is open.
  DatabaseAccess access();

  /// What it is, in a word.
  String kind();

  /// The version that it gives itself, such as `18.6`.
  String version();

  /// That it is gone and is being brought back.
  default Optional<Outage> outage() {
    return Optional.empty();
  }

  /// Lets go of it. An own one is shut down cleanly and nothing of it is left running.
  @Override
  void close();
}

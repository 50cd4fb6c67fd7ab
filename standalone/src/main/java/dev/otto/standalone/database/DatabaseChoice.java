package dev.otto.standalone.database;

/// Which database the user wants.
public sealed interface DatabaseChoice {
  /// One of Otto's own, in the home.
  record Embedded() implements DatabaseChoice {}

  /// One that runs elsewhere.
  record External(DatabaseAccess access) implements DatabaseChoice {}
}

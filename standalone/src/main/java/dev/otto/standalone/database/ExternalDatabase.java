package dev.otto.standalone.database;

import java.sql.SQLException;

/// A PostgreSQL that runs elsewhere and is only used.
public record ExternalDatabase(DatabaseAccess access, String version) implements Database {
  static final int OLDEST = 15;

  static ExternalDatabase open(DatabaseAccess access) {
    try {
      var version = access.askVersion();
      if (Integer.parseInt(version.split("\\D", 2)[0]) < OLDEST) {
        throw new DatabaseRefusal.TooOld(access.url(), version).refused();
      }
      return new ExternalDatabase(access, version);
    } catch (SQLException failure) {
      throw new DatabaseRefusal.Unreachable(access.url(), OneLine.of(failure)).refused();
    }
  }

  @Override
  public String kind() {
    return "external";
  }

  @Override
  public void close() {
    // It is not ours to end.
  }
}

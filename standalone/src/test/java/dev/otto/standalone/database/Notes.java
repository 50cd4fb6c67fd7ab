package dev.otto.standalone.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A table in which a test writes what must not be lost.
record Notes(DatabaseAccess access) {
  void forget() throws SQLException {
    try (var connection = access.connected();
        var drop = connection.createStatement()) {
      drop.execute("DROP TABLE IF EXISTS note");
    }
  }

  void write(String text) throws SQLException {
    try (var connection = access.connected();
        var create = connection.createStatement();
        var insert = connection.prepareStatement("INSERT INTO note (text) VALUES (?)")) {
      create.execute("CREATE TABLE IF NOT EXISTS note (id bigserial PRIMARY KEY, text text)");
      insert.setString(1, text);
      insert.execute();
    }
  }

  List<String> all() throws SQLException {
    try (var connection = access.connected();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note ORDER BY id")) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  String setting(String name) throws SQLException {
    try (var connection = access.connected();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

package dev.otto.standalone.database;

import dev.otto.standalone.home.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where a database answers, and as whom.
public record DatabaseAccess(String url, String user, Secret password) {
  public DatabaseAccess {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("a database url begins with jdbc:postgresql:");
    }
  }

  /// The version of the database, asked over a connection of its own: proof that url, user and
  /// password are right.
  String askVersion() throws SQLException {
    try (var connection = connected()) {
      return connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
    }
  }

  Connection connected() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.text());
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(url, properties);
  }
}

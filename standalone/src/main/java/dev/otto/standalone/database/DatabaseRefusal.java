package dev.otto.standalone.database;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why there is no database to work with.
public sealed interface DatabaseRefusal extends Refusal {
  /// The database that the user named does not let us in.
  record Unreachable(String url, String why) implements DatabaseRefusal {}

  /// It is too old for what Otto asks of it.
  record TooOld(String url, String version) implements DatabaseRefusal {}

  /// Another server works with the embedded one.
  record InUse(Path folder) implements DatabaseRefusal {}

  /// PostgreSQL will not run as root, and this host forbids user namespaces.
  record NotAsRoot() implements DatabaseRefusal {}

  /// There is no PostgreSQL for this machine in the box.
  record NoPrograms(String machine) implements DatabaseRefusal {}

  /// It ended, or said nothing, while it started.
  record DidNotStart(Path log, String lastWords) implements DatabaseRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case Unreachable _ -> "database-unreachable";
      case TooOld _ -> "database-too-old";
      case InUse _ -> "database-in-use";
      case NotAsRoot _ -> "database-not-as-root";
      case NoPrograms _ -> "database-no-programs";
      case DidNotStart _ -> "database-did-not-start";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case Unreachable(var url, var why) ->
          "The database %s does not let us in: %s.".formatted(url, why);
      case TooOld(var url, var version) ->
          "The database %s is PostgreSQL %s; Otto needs %d or newer."
              .formatted(url, version, ExternalDatabase.OLDEST);
      case InUse(var folder) -> "The database in %s is in use by another server.".formatted(folder);
      case NotAsRoot _ ->
          "PostgreSQL does not run as root, and this host allows no user namespace to hide that.";
      case NoPrograms(var machine) -> "There is no embedded PostgreSQL for %s.".formatted(machine);
      case DidNotStart(var log, var lastWords) ->
          "PostgreSQL did not start: %s (%s).".formatted(lastWords, log);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case Unreachable _, TooOld _ -> "Correct database.url in config.yaml or OTTO_DATABASE_URL.";
      case InUse _ -> "End that server, or name another home with OTTO_HOME.";
      case NotAsRoot _ -> "Run Otto as another user, or name a database with OTTO_DATABASE_URL.";
      case NoPrograms _ -> "Name a database with OTTO_DATABASE_URL.";
      case DidNotStart(var log, var _) -> "Read %s.".formatted(log);
    };
  }

  @Override
  default Kind kind() {
    return Kind.UNAVAILABLE;
  }
}

package dev.otto.standalone.crash;

/// Who is killed.
enum Victim {
  /// The JVM with api, worker and, where it is in there, the engine.
  SERVER("server"),
  /// One agent, while the server goes on.
  AGENT("agent"),
  /// The first process of PostgreSQL alone.
  DATABASE("database"),
  /// The dev server alone.
  ENGINE("engine"),
  /// The server is stopped (SIGSTOP) and replaced by the next one.
  STOPPED("stopped server"),
  /// The server of an older build; the next one is of this build.
  OLDER("older build"),
  /// Nobody.
  NOBODY("nobody");

  private final String word;

  Victim(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /// Whether a new server must be started after it.
  boolean endsTheServer() {
    return this == SERVER || this == STOPPED || this == OLDER;
  }
}

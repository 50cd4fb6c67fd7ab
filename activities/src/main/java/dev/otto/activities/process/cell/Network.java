package dev.otto.activities.process.cell;

/// Which network a Cell has.
public enum Network {
  /// Its own loopback and nothing else.
  NONE,
  /// That of the host, whole.
  HOST
}

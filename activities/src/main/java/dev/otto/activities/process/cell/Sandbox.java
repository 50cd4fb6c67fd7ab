package dev.otto.activities.process.cell;

/// How much a person wants the walls.
public enum Sandbox {
  /// None are put up.
  OFF,
  /// Those that this host allows.
  PREFERRED,
  /// All of them, or nothing runs.
  REQUIRED
}

package dev.otto.activities.process.cell;

import java.util.Optional;

/// The ways between Otto and the inside of one Cell: in, and out to one address.
record Ways(Reach reach, Optional<Outlet> outlet) implements AutoCloseable {
  /// The port inside that leads out.
  static final int PORT_OUT = 8123;

  /// The way in, where it needs the launcher.
  Optional<LineReach> line() {
    return reach instanceof LineReach line ? Optional.of(line) : Optional.empty();
  }

  boolean needLauncher() {
    return line().isPresent() || outlet.isPresent();
  }

  @Override
  public void close() {
    reach.close();
    outlet.ifPresent(Outlet::close);
  }
}

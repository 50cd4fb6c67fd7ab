package dev.otto.activities.process.cell;

import java.net.InetSocketAddress;

/// The way from Otto to what listens inside a Cell.
public sealed interface Reach extends AutoCloseable permits DirectReach, LineReach {
  /// Where this port of the Cell is found from here.
  InetSocketAddress address(int port);

  @Override
  void close();
}

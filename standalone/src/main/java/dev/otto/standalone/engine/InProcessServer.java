package dev.otto.standalone.engine;

import io.grpc.ManagedChannel;
import io.temporal.serviceclient.Version;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.InProcessTestServer;

/// Temporal's server from `temporal-testing`, in real time and without a socket. Beside
/// [OfficialRelease] the only class that knows that library.
final class InProcessServer implements AutoCloseable {
  private static final boolean IN_REAL_TIME = true;

  private final InProcessTestServer server = TestServer.createServer(IN_REAL_TIME);

  ManagedChannel channel() {
    return server.getChannel();
  }

  String version() {
    return Version.LIBRARY_VERSION;
  }

  @Override
  public void close() {
    server.close();
  }
}

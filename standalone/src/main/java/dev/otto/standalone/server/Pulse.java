package dev.otto.standalone.server;

/// Whether the server of a home answers. Asked only of a server that has said that it is ready.
@FunctionalInterface
public interface Pulse {
  boolean beats(ServerFile server);
}

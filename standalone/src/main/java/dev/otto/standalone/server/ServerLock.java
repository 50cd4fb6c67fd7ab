package dev.otto.standalone.server;

import dev.otto.standalone.home.ExclusiveFile;
import dev.otto.standalone.home.Home;
import java.time.Instant;
import java.util.Optional;

/// The right to serve a home: held for as long as the server lives, and lost with its process.
public final class ServerLock implements AutoCloseable {
  private final Home home;
  private final ExclusiveFile lock;
  private final Owner owner;

  private ServerLock(Home home, ExclusiveFile lock, Owner owner) {
    this.home = home;
    this.lock = lock;
    this.owner = owner;
  }

  /// Takes it, unless another process holds it. What a killed server said of itself is no longer
  /// true and goes.
  static Optional<ServerLock> tryTake(Home home) {
    return ExclusiveFile.tryHold(home.serverLock()).map(lock -> taken(home, lock));
  }

  private static ServerLock taken(Home home, ExclusiveFile lock) {
    ServerFile.file(home).delete();
    var owner = Owner.current(Instant.now());
    Owner.file(home).write(owner);
    return new ServerLock(home, lock, owner);
  }

  /// This process, as others see it.
  public Owner owner() {
    return owner;
  }

  @Override
  public void close() {
    Owner.file(home).delete();
    lock.close();
  }
}

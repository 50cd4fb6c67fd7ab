package dev.otto.standalone.server;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a server comes to own its home: at once if the home is free, over an owner that no longer
/// answers by ending it first, over a healthy one never.
public final class TakeOver {
  private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);
  private static final Duration TO_LET_GO = Duration.ofSeconds(5);

  private final Home home;
  private final Pulse pulse;
  private final Duration toGetReady;

  /// A server may take a minute and a half to say that it is ready; until then its silence means
  /// nothing.
  public TakeOver(Home home, Pulse pulse) {
    this(home, pulse, Duration.ofSeconds(90));
  }

  TakeOver(Home home, Pulse pulse, Duration toGetReady) {
    this.home = home;
    this.pulse = pulse;
    this.toGetReady = toGetReady;
  }

  /// The right to serve the home. Refused with one sentence if another server rightly has it.
  public ServerLock lock() {
    return ServerLock.tryTake(home).orElseGet(this::takenOver);
  }

  private ServerLock takenOver() {
    Owner.read(home).filter(Owner::alive).ifPresent(this::end);
    return Waiting.value(() -> ServerLock.tryTake(home), TO_LET_GO).orElseThrow(this::held);
  }

  private void end(Owner owner) {
    var server = ServerFile.read(home).filter(file -> file.pid() == owner.pid());
    if (!owner.stopped()) {
      refuseIfHealthy(owner, server);
    }
    LOG.warn(
        "owner ended: pid={} since={} stopped={}", owner.pid(), owner.since(), owner.stopped());
    if (!owner.endedWithin(TO_LET_GO)) {
      throw new ServerRefusal.Stays(owner.pid()).refused();
    }
  }

  private void refuseIfHealthy(Owner owner, Optional<ServerFile> server) {
    if (server.isEmpty() && Instant.now().isBefore(owner.since().plus(toGetReady))) {
      throw new ServerRefusal.Starting(home.folder(), owner.pid()).refused();
    }
    if (server.filter(pulse::beats).isPresent()) {
      throw new ServerRefusal.Serving(home.folder(), owner.pid(), server.orElseThrow().url())
          .refused();
    }
  }

  private RuntimeException held() {
    return new ServerRefusal.HeldUnseen(home.folder()).refused();
  }
}

package dev.otto.api.record;

import dev.otto.api.event.OpenStreams;
import dev.otto.api.part.Late;
import dev.otto.store.announce.Announcements;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what an agent says next. The database tells when its call may have ended; a file tells
/// nobody that it grew, so its size is looked at meanwhile.
public record LogWait(Late<Announcements> announcements, OpenStreams streams) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /// Returns when there is more, when nothing more can come, or when the time is over.
  void await(Duration patience, BooleanSupplier more, BooleanSupplier ended) {
    var end = System.nanoTime() + patience.toNanos();
    if (patience.isZero() || more.getAsBoolean()) {
      return;
    }
    try (var listener = announcements.ready().listener();
        var _ = streams.opened(listener)) {
      while (System.nanoTime() < end && !more.getAsBoolean()) {
        var done =
            switch (listener.await(LOOK_EVERY)) {
              case NEWS -> ended.getAsBoolean();
              case SILENCE -> false;
              case END -> true;
            };
        if (done) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

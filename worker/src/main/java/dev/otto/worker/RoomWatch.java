package dev.otto.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Notices that the disk is nearly full, while there is still room to write that down: runs are
/// paused then, before what they work on is cut short.
public final class RoomWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final long MIB = 1L << 20;

  private final Path home;
  private final LongSupplier free;
  private final long needed;
  private final Consumer<String> pause;
  private final Beat beat;

  private RoomWatch(Path home, LongSupplier free, long needed, Consumer<String> pause) {
    this.home = home;
    this.free = free;
    this.needed = needed;
    this.pause = pause;
    this.beat = Beat.of("otto-room-watch", LOOK, this::look);
  }

  /// Watches what is free where the home lies; `pause` is told why.
  public static RoomWatch begin(Path home, LongSupplier free, long needed, Consumer<String> pause) {
    return new RoomWatch(home, free, needed, pause);
  }

  /// Looks now.
  void look() {
    var left = free.getAsLong();
    if (left < needed) {
      pause.accept(
          "Otto, since only %d MiB are free where its home lies (%s); make room first"
              .formatted(left / MIB, home));
    }
  }

  @Override
  public void close() {
    beat.close();
  }
}

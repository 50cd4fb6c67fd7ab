package dev.otto.activities.git;

import java.util.concurrent.CountDownLatch;

/// A fence that holds whoever comes until it is released.
final class Latched {
  private Latched() {}

  static Fence once(CountDownLatch reached, CountDownLatch released) {
    return () -> {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    };
  }
}

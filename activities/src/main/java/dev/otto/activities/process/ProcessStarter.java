package dev.otto.activities.process;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// The one thread that starts child processes; make one per JVM.
///
/// A parent-death signal follows the starting *thread*, not the process: a child started from a
/// virtual thread is killed when the idle carrier ends, 30 seconds later. So this thread is a
/// platform thread that lives as long as the JVM.
public final class ProcessStarter {
  private final BlockingQueue<FutureTask<Started>> asked = new LinkedBlockingQueue<>();
  private final Thread hand;

  public ProcessStarter() {
    hand = Thread.ofPlatform().name("process-starter").daemon().unstarted(this::startAsAsked);
    hand.start();
  }

  /// Starts the process. Interrupting the caller does not lose it.
  public Process start(ProcessBuilder builder) throws IOException {
    return begin(builder).process();
  }

  /// A started process, and the thread that started it.
  record Started(Process process, Thread by) {}

  Started begin(ProcessBuilder builder) throws IOException {
    var start = new FutureTask<>(() -> spawn(builder));
    asked.add(start);
    return await(start);
  }

  boolean isHand(Thread thread) {
    return thread.equals(hand) && hand.isAlive();
  }

  private Started spawn(ProcessBuilder builder) throws IOException {
    var by = Thread.currentThread();
    if (!isHand(by) || by.isVirtual()) {
      throw new IllegalStateException(
          "processes are started by the one starter thread, not by " + by);
    }
    return new Started(builder.start(), by);
  }

  private void startAsAsked() {
    while (true) {
      try {
        asked.take().run();
      } catch (InterruptedException ignored) {
        // This thread ends with the JVM and not before.
      }
    }
  }

  private static Started await(FutureTask<Started> start) throws IOException {
    var interrupted = false;
    try {
      while (true) {
        try {
          return start.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      throw asItWas(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException asItWas(ExecutionException failed) {
    return switch (failed.getCause()) {
      case IOException trouble -> trouble;
      case RuntimeException bug -> throw bug;
      case Error bug -> throw bug;
      case null, default -> throw new IllegalStateException(failed);
    };
  }
}

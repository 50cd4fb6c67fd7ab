package dev.otto.activities.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one stream of a child to its end, whatever comes, so that the child never waits for a
/// reader: the log takes what fits, the listener hears the lines of that, the rest is counted and
/// forgotten.
final class Drain {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);
  private static final int PIECE = 64 << 10;
  private static final int LONGEST_LINE = 1 << 20;

  private final InputStream stream;
  private final Redaction redaction;
  private final CappedLog kept;
  private final Pulse pulse;
  private final Pace pace = new Pace();
  private final LineSplitter lines = new LineSplitter(LONGEST_LINE, this::tell);
  private final Thread thread;
  private volatile LineListener listener;

  Drain(
      String name,
      InputStream stream,
      Redaction redaction,
      CappedLog kept,
      LineListener listener,
      Pulse pulse) {
    this.stream = stream;
    this.redaction = redaction;
    this.kept = kept;
    this.listener = listener;
    this.pulse = pulse;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::drain);
  }

  void start() {
    thread.start();
  }

  /// Waits for the end of the stream, but no longer than that: a process that escaped may hold it
  /// open for ever. Then nobody reads it any more, and whoever goes on writing dies of it.
  Log finish(Duration patience) throws InterruptedException {
    if (!thread.join(patience)) {
      listener = LineListener.NOBODY;
      close();
    }
    return kept.close();
  }

  private void close() {
    try {
      stream.close();
    } catch (IOException trouble) {
      log.warn("output of an escaped process not closed", trouble);
    }
  }

  /// The stream's monitor is held all the time because the JDK, when the child has exited,
  /// otherwise reads "what is left" into memory in one go: without a bound, if a grandchild goes on
  /// writing.
  private void drain() {
    synchronized (stream) {
      try {
        var piece = new byte[PIECE];
        for (var count = stream.read(piece); count >= 0; count = stream.read(piece)) {
          redaction.take(piece, count);
          take(redaction.bytes(), redaction.length());
        }
      } catch (IOException closed) {
        log.debug("output ended early: {}", closed.toString());
      }
      redaction.end();
      take(redaction.bytes(), redaction.length());
      takeEnd();
    }
  }

  private void take(byte[] piece, int count) {
    pulse.begin();
    try {
      var beginning = kept.write(piece, count);
      lines.feed(piece, 0, beginning);
      pace.rest(beginning, count - beginning);
    } finally {
      pulse.end();
    }
  }

  private void takeEnd() {
    var end = kept.end();
    var from = 0;
    if (kept.cut() > 0) {
      from = afterFirstLine(end);
      lines.skip(kept.cut() + from);
      tellGap(kept.cut() + from);
    }
    lines.feed(end, from, end.length - from);
    lines.endOfStream();
  }

  private static int afterFirstLine(byte[] bytes) {
    var at = 0;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  private void tell(Line line) {
    guarded(() -> listener.line(line));
  }

  private void tellGap(long bytes) {
    guarded(() -> listener.gap(bytes));
  }

  private void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException | Error bug) {
      log.error("output no longer listened to", bug);
      listener = LineListener.NOBODY;
    }
  }
}

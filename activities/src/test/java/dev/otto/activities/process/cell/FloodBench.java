package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Fence;
import dev.otto.activities.process.Line;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a flood of output costs: run by `bench/flood`, and not with the tests, since time on a busy
/// machine proves nothing.
class FloodBench {
  private static final long MOST_HEAP = 20 << 20;
  private static final double MOST_SLOWER = 1.25;
  private static final int ROUNDS = 6;
  private static final String WORK = "i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done";
  private static final String ONE_LINE = "head -c 200000000 /dev/zero | tr '\\0' x";
  private static final String MANY_LINES = "yes 0123456789abcdefgh | head -n 10000000";

  @TempDir Path folder;
  private final AtomicLong heard = new AtomicLong();

  @Test
  void one_line_of_200_megabytes() {
    measure("one line of 200 MB", ONE_LINE);
  }

  @Test
  void ten_million_lines() {
    measure("10^7 lines", MANY_LINES);
  }

  private void measure(String name, String flood) {
    var yard = new Yard(folder, Sandbox.PREFERRED);
    var outcome = flood(yard, flood).outcome();
    var before = usedHeap();

    var alone = Double.MAX_VALUE;
    var beside = Double.MAX_VALUE;
    var during = 0L;
    for (var round = 0; round < ROUNDS; round++) {
      alone = Math.min(alone, sibling(yard));
      var company = flood(yard, flood);
      beside = Math.min(beside, sibling(yard));
      during = Math.max(during, usedHeap() - before);
      outcome = company.outcome();
    }
    var after = usedHeap() - before;

    System.out.printf(
        "%s: sibling %.0f ms alone, %.0f ms beside (%.2fx); heap %+.1f MB during, %+.1f after; log %.1f MB of %.1f; %.1f s%n",
        name,
        alone,
        beside,
        beside / alone,
        during / 1e6,
        after / 1e6,
        outcome.out().length() / 1e6,
        (outcome.out().length() + outcome.out().cut()) / 1e6,
        outcome.alive().toMillis() / 1e3);
    assertThat(outcome.well()).isTrue();
    assertThat(outcome.out().length()).isLessThanOrEqualTo(yard.command("x").logs().cap());
    assertThat(outcome.out().file()).content().contains("bytes were cut here");
    assertThat(Math.max(during, after)).isLessThan(MOST_HEAP);
    assertThat(beside / alone).isLessThanOrEqualTo(MOST_SLOWER);
  }

  private Cell flood(Yard yard, String script) {
    LineListener count = (Line line) -> heard.addAndGet(line.text().length());
    var command =
        new Command(
            List.of("sh", "-c", script),
            Patience.of(Duration.ofMinutes(5)),
            Logs.in(yard.logs.resolve("flood")));
    return yard.cells.start(yard.plan(), command, count, Fence.NONE);
  }

  /// The time of a command that only calculates.
  private static double sibling(Yard yard) {
    return yard.run(WORK).alive().toNanos() / 1e6;
  }

  private static long usedHeap() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

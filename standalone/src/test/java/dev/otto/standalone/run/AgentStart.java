package dev.otto.standalone.run;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.util.Timestamps;
import dev.otto.model.RunId;
import dev.otto.store.call.CallRows;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long a run took from being on record to its first agent's process, and who took it: hands,
/// as the engine's history tells their activities, or else engine and recording.
record AgentStart(Duration whole, Duration ofTheHands) {
  private static final long TICK_MILLIS = 10;

  AgentStart(House house, RunId run) {
    this(house, run, of(house.calls(run).getFirst()));
  }

  private AgentStart(House house, RunId run, Instant started) {
    this(
        Duration.between(house.log(run).getFirst().at(), started),
        ofTheHands(
            house.hands().client().fetchHistory(RunWorkflow.idOf(run)).getEvents(), started));
  }

  Duration ofTheEngine() {
    return whole.minus(ofTheHands);
  }

  /// When the process of a call was started, to ten milliseconds, as the kernel tells it.
  static Instant of(CallRows.Row call) {
    var ticks = requireNonNull(call.startTicks());
    return bootedAt().plusMillis(ticks * TICK_MILLIS);
  }

  private static Instant bootedAt() {
    try {
      var up = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
      return Instant.now().minusMillis(Math.round(Double.parseDouble(up) * 1000));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The time in activities that record nothing, up to that moment; they follow one another here.
  private static Duration ofTheHands(List<HistoryEvent> history, Instant until) {
    Map<Long, String> names = new HashMap<>();
    Map<Long, Instant> begun = new HashMap<>();
    var sum = Duration.ZERO;
    for (var event : history) {
      if (event.hasActivityTaskScheduledEventAttributes()) {
        var attributes = event.getActivityTaskScheduledEventAttributes();
        names.put(event.getEventId(), attributes.getActivityType().getName());
      } else if (event.hasActivityTaskStartedEventAttributes()) {
        begun.put(event.getActivityTaskStartedEventAttributes().getScheduledEventId(), at(event));
      } else if (event.hasActivityTaskCompletedEventAttributes()) {
        var scheduled = event.getActivityTaskCompletedEventAttributes().getScheduledEventId();
        sum =
            sum.plus(
                worked(
                    requireNonNull(names.get(scheduled)),
                    requireNonNull(begun.get(scheduled)),
                    at(event),
                    until));
      }
    }
    return sum;
  }

  private static Duration worked(String name, Instant begun, Instant ended, Instant until) {
    if (name.equals("Record") || begun.isAfter(until)) {
      return Duration.ZERO;
    }
    return Duration.between(begun, ended.isBefore(until) ? ended : until);
  }

  private static Instant at(HistoryEvent event) {
    return Instant.ofEpochMilli(Timestamps.toMillis(event.getEventTime()));
  }
}

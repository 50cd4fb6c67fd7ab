package dev.otto.standalone.crash;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Usage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A run that has ended, as its records tell it.
public record Story(Run run, List<Events.Row> log, List<CallRows.Row> calls) {
  /// What happened and how often, apart from what only a disturbance brings.
  Map<Happening, Long> happenings() {
    return log.stream()
        .map(Events.Row::body)
        .filter(event -> !Happening.ofADisturbance(event))
        .collect(Collectors.groupingBy(Happening::of, TreeMap::new, Collectors.counting()));
  }

  /// The merges that the run tells of, oldest first.
  List<GroupEvent.Merged> merges() {
    return merges(log);
  }

  static List<GroupEvent.Merged> merges(List<Events.Row> log) {
    return log.stream()
        .map(Events.Row::body)
        .flatMap(event ->
            event instanceof RunEvent.OfGroup(_, GroupEvent.Merged merged) && !merged.redundant()
                ? java.util.stream.Stream.of(merged)
                : java.util.stream.Stream.empty())
        .toList();
  }

  /// What each call used, by what it was for.
  Map<String, Usage> usage() {
    return log.stream()
        .map(Events.Row::body)
        .flatMap(event ->
            event instanceof RunEvent.OfCall(CallEvent.Answered answered)
                ? java.util.stream.Stream.of(answered)
                : java.util.stream.Stream.<CallEvent.Answered>empty())
        .collect(
            Collectors.toMap(
                answered -> key(answered), CallEvent.Answered::usage, Usage::plus, TreeMap::new));
  }

  private static String key(CallEvent.Answered answered) {
    return answered.order().words().replaceFirst(", try \\d+$", "");
  }

  long recoveries() {
    return count(RunEvent.Recovered.class::isInstance);
  }

  long lost() {
    return count(event -> event instanceof RunEvent.OfCall(CallEvent.Lost _));
  }

  private long count(Function<RunEvent, Boolean> asked) {
    return log.stream().map(Events.Row::body).filter(asked::apply).count();
  }
}

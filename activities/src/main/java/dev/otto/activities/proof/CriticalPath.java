package dev.otto.activities.proof;

import dev.otto.model.GroupId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.store.call.CallRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The longest chain of lifetimes of child processes in a run: what it would have taken if nothing
/// of Otto's took time.
final class CriticalPath {
  private final Run run;
  private final Map<String, Long> calls = new HashMap<>();
  private final Map<Integer, Map<GroupId, Long>> groups = new HashMap<>();
  private long alone;

  private CriticalPath(Run run) {
    this.run = run;
  }

  /// The chain in milliseconds, from the log of the run and the rows of its calls.
  static long of(Run run, List<RunEvent> log, List<CallRows.Row> rows) {
    var path = new CriticalPath(run);
    rows.stream()
        .filter(row -> row.activeMs() != null)
        .forEach(row -> path.calls.merge(row.id(), row.activeMs(), Long::sum));
    log.forEach(path::add);
    return path.alone + path.groups.values().stream().mapToLong(path::longest).sum();
  }

  private void add(RunEvent event) {
    switch (event) {
      case RunEvent.OfCall(CallEvent.Answered(var order, _, _)) -> add(order);
      case RunEvent.OfGroup(var group, GroupEvent.Checked checked) ->
          add(checked.round(), group, checked.millis());
      case RunEvent.OfGroup(var group, GroupEvent.Merged merged) ->
          add(newest(), group, merged.millis());
      case RunEvent.OfAudit(AuditEvent.Probed probed) -> alone += probed.millis();
      case RunEvent.OfCall _,
          RunEvent.OfGroup _,
          RunEvent.OfAudit _,
          RunEvent.OfSpec _,
          RunEvent.Created _,
          RunEvent.Recovered _,
          RunEvent.Slept _,
          RunEvent.Opened _,
          RunEvent.Prepared _,
          RunEvent.PauseRequested _,
          RunEvent.Held _,
          RunEvent.Resumed _,
          RunEvent.BudgetRaised _,
          RunEvent.Said _,
          RunEvent.Heard _,
          RunEvent.AbortRequested _,
          RunEvent.Blocked _,
          RunEvent.Rendered _,
          RunEvent.Ended _ -> {}
    }
  }

  private void add(CallOrder order) {
    var millis = calls.getOrDefault(order.id().value(), 0L);
    if (order.group().isPresent()) {
      add(order.round(), order.group().get(), millis);
    } else {
      alone += millis;
    }
  }

  private void add(int round, GroupId group, long millis) {
    groups.computeIfAbsent(round, _ -> new HashMap<>()).merge(group, millis, Long::sum);
  }

  private int newest() {
    return groups.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private long longest(Map<GroupId, Long> times) {
    return times.keySet().stream().mapToLong(group -> chain(group, times)).max().orElse(0);
  }

  private long chain(GroupId group, Map<GroupId, Long> times) {
    var before =
        run.group(group).orElseThrow().plan().needs().stream()
            .mapToLong(need -> chain(need, times))
            .max()
            .orElse(0);
    return before + times.getOrDefault(group, 0L);
  }
}

package dev.otto.model.packet;

import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.Judgement.FeatureVerdict;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Usage;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `summary.json` of a session: how the run went, for programs that want to know that alone.
///
/// @param status the verdict again, under the name that scripts know
/// @param durationSeconds from the first event to the last before the rendering
/// @param usageByStage what its calls used, by what they were for
public record Summary(
    String run,
    String command,
    String intent,
    Verdict verdict,
    boolean passed,
    String status,
    String why,
    String branch,
    Optional<String> commit,
    Instant startedAt,
    Instant finishedAt,
    long durationSeconds,
    int rounds,
    long featuresPassed,
    int featuresTotal,
    Usage usage,
    Map<String, Usage> usageByStage,
    Optional<String> budget) {
  /// The name in the session's folder.
  public static final String FILE = "summary.json";

  /// The summary of a run with this packet and this log.
  ///
  /// @param budget what of its budget was used, in words, if it has one
  public static Summary of(Packet packet, List<RunEntry> log, Optional<String> budget) {
    var verdicts =
        packet.audit().map(AuditReport::judgement).map(one -> one.features()).orElse(List.of());
    var from = log.getFirst().at();
    var to = log.getLast().at();
    return new Summary(
        packet.run().value(),
        "run",
        packet.intent(),
        packet.verdict(),
        packet.verdict() == Verdict.PASSED,
        packet.verdict().word(),
        packet.why(),
        packet.branch(),
        packet.commit().map(commit -> commit.hex()),
        from,
        to,
        Duration.between(from, to).toSeconds(),
        packet.rounds(),
        verdicts.stream().map(FeatureVerdict::verdict).filter(Verdict.PASSED::equals).count(),
        packet.spec().map(spec -> spec.features().size()).orElse(0),
        packet.usage(),
        byStage(log),
        budget);
  }

  private static Map<String, Usage> byStage(List<RunEntry> log) {
    var stages = new TreeMap<String, Usage>();
    for (var entry : log) {
      if (entry.event() instanceof RunEvent.OfCall(var call)) {
        switch (call) {
          case CallEvent.Answered(var order, _, var used) ->
              stages.merge(order.stage().word(), used, Usage::plus);
          case CallEvent.Lost(var order, _, var used, _) ->
              stages.merge(order.stage().word(), used, Usage::plus);
          case CallEvent.NeedsPerson(var order, _, _, var used) ->
              stages.merge(order.stage().word(), used, Usage::plus);
          case CallEvent.Moved(var order, _, _, _, var used) ->
              stages.merge(order.stage().word(), used, Usage::plus);
          case CallEvent.Ordered _,
              CallEvent.Limited _,
              CallEvent.GoesOn _,
              CallEvent.Reserved _,
              CallEvent.SetAside _ -> {}
        }
      }
    }
    return stages;
  }
}

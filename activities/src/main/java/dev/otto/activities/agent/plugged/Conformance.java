package dev.otto.activities.agent.plugged;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Started;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.process.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well a program keeps to `otto-agent/1`, judged by what it wrote in one call and how it
/// ended.
public record Conformance(List<AgentEvent> events, Ending ending) {
  /// One rule: whether it was kept, and what was seen.
  public record Finding(String rule, boolean kept, String sentence) {}

  public Conformance {
    events = List.copyOf(events);
  }

  /// What holds for every call.
  public List<Finding> ofAnyCall() {
    var findings = new ArrayList<Finding>();
    findings.add(begins());
    findings.add(understood());
    findings.add(ends());
    findings.add(leaves());
    return findings;
  }

  /// What holds besides for a call that was asked for an answer of a form.
  public Finding answers(java.util.function.Function<JsonNode, List<String>> violations) {
    var found = finished().flatMap(Finished::structured).map(violations);
    return new Finding(
        "answer",
        found.filter(List::isEmpty).isPresent(),
        found
            .map(broken ->
                broken.isEmpty()
                    ? "The answer has the form that was asked for."
                    : "The answer has another form: " + String.join("; ", broken))
            .orElse("The `finished` line carries no `structured` answer."));
  }

  private Finding begins() {
    return finding(
        "started",
        !events.isEmpty() && events.getFirst() instanceof Started,
        "The first line says `started`, the protocol and a conversation.",
        events.isEmpty()
            ? "It wrote no line at all."
            : "The first line must be `started` with `protocol` and `conversation`.");
  }

  private Finding understood() {
    var odd =
        events.stream()
            .filter(Warning.class::isInstance)
            .map(event -> ((Warning) event).sentence())
            .findFirst();
    return finding(
        "lines",
        odd.isEmpty(),
        "Every line is understood (%d).".formatted(events.size()),
        "A line is not understood: " + odd.orElse(""));
  }

  private Finding ends() {
    var ends = events.stream().filter(Finished.class::isInstance).count();
    return finding(
        "finished",
        ends == 1 && events.getLast() instanceof Finished,
        "Exactly one `finished`, and it is the last line.",
        "There must be exactly one `finished`, as the last line; there are %d.".formatted(ends));
  }

  private Finding leaves() {
    var well = ending instanceof Ending.Exited(var exit) && exit.well();
    var succeeded = finished().filter(Finished::succeeded).isPresent();
    return finding(
        "exit",
        well && succeeded,
        "It succeeded and ended with exit code 0.",
        "It must say `succeeded` and end with 0: %s."
            .formatted(
                finished().isEmpty()
                    ? "it said nothing of the kind, " + words()
                    : succeeded ? words() : "it said `failed`, " + words()));
  }

  private String words() {
    return switch (ending) {
      case Ending.Exited(var exit) -> "and ended with " + exit;
      case Ending.TimedOut _ -> "and took too long";
      case Ending.FellSilent _ -> "and fell silent";
      case Ending.Ended(var reason, _) -> "and was ended: " + reason;
      case Ending.NeverRan(var why) -> "and could not be started: " + why;
    };
  }

  private Optional<Finished> finished() {
    return events.stream()
        .filter(Finished.class::isInstance)
        .map(Finished.class::cast)
        .reduce((_, last) -> last);
  }

  private static Finding finding(String rule, boolean kept, String well, String badly) {
    return new Finding(rule, kept, kept ? well : badly);
  }
}

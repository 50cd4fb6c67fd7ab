package dev.otto.activities.check;

import dev.otto.model.CheckId;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.audit.CheckResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What checks of a group came to: for the log of the run, and as feedback for the next attempt.
///
/// @param problems what fails the work whatever the checks say
/// @param notes what the agent should know besides
public record Report(List<CheckResult> results, List<String> problems, List<String> notes) {
  private static final int TAIL = 4_000;

  public Report {
    results = List.copyOf(results);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  public Report(List<CheckResult> results, List<String> problems) {
    this(results, problems, List.of());
  }

  /// The report with a word on what was written outside the group's paths; that alone fails
  /// nothing.
  public Report noting(String strays) {
    return new Report(results, problems, List.of("not yours to change, and taken out: " + strays));
  }

  /// The checks that did not pass.
  public List<CheckId> failing() {
    return results.stream().filter(result -> !result.passed()).map(CheckResult::check).toList();
  }

  /// How long the processes of the checks lived, one after the other.
  public long millis() {
    return results.stream().mapToLong(CheckResult::millis).sum();
  }

  /// The feedback as an agent reads it, kept as content.
  public Digest kept(Contents contents) {
    var lines = new ArrayList<>(problems);
    lines.addAll(notes);
    for (var result : results) {
      lines.add(
          "check %s %s: %s"
              .formatted(result.check(), result.passed() ? "passed" : "FAILED", result.sentence()));
      if (!result.passed()) {
        result.evidence().flatMap(contents::find).ifPresent(log -> lines.add(tail(log)));
      }
    }
    return contents.keep(String.join("\n", lines));
  }

  private static String tail(byte[] log) {
    var text = new String(log, StandardCharsets.UTF_8);
    return text.length() <= TAIL ? text : "…" + text.substring(text.length() - TAIL);
  }
}

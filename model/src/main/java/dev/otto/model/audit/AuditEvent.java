package dev.otto.model.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.ClauseId;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened in the audits of a run, apart from the auditor's calls.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AuditEvent.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = AuditEvent.Probed.class, name = "probed"),
  @JsonSubTypes.Type(value = AuditEvent.Concluded.class, name = "concluded")
})
public sealed interface AuditEvent {
  int round();

  /// The audit looks at exactly this commit; rounds count from 1.
  record Begun(int round, CommitId commit) implements AuditEvent {}

  /// Every check was run on a fresh clone and on the base; `judged` clauses are left to the
  /// auditor.
  record Probed(int round, Digest findings, int judged, long millis) implements AuditEvent {}

  /// The verdicts stand.
  ///
  /// @param report findings and judgement, kept as content
  /// @param clauses the verdict of every clause and guardrail
  /// @param repairs what can be repaired, each group with its evidence
  record Concluded(
      int round, Digest report, Verdict verdict, List<ClauseValue> clauses, List<Repair> repairs)
      implements AuditEvent {
    public Concluded {
      clauses = List.copyOf(clauses);
      repairs = List.copyOf(repairs);
    }

    /// The clauses that are refuted.
    public List<ClauseId> refuted() {
      return those(ClauseVerdict.Value.REFUTED);
    }

    /// The verdict in one sentence that names every clause that is not proven.
    public String sentence() {
      var open =
          Stream.of(ClauseVerdict.Value.REFUTED, ClauseVerdict.Value.UNPROVEN)
              .filter(value -> !those(value).isEmpty())
              .map(value -> value.word() + ": " + words(those(value)))
              .collect(Collectors.joining("; "));
      var rounds = "audited in %d %s".formatted(round, round == 1 ? "round" : "rounds");
      return (open.isEmpty() ? "every clause is proven" : open) + "; " + rounds;
    }

    private List<ClauseId> those(ClauseVerdict.Value value) {
      return clauses.stream()
          .filter(clause -> clause.value() == value)
          .map(ClauseValue::clause)
          .toList();
    }

    private static String words(List<ClauseId> ids) {
      return ids.stream().map(ClauseId::value).collect(Collectors.joining(", "));
    }
  }

  /// A clause and its verdict, in short.
  record ClauseValue(ClauseId clause, ClauseVerdict.Value value) {}

  /// A group that can mend failed features, and the evidence it needs.
  record Repair(GroupId group, Digest feedback) {}
}

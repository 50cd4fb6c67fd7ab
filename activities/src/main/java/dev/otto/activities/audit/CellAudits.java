package dev.otto.activities.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.activities.call.AuditorAnswer;
import dev.otto.activities.host.Host;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.Audits.Audit;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Findings;
import dev.otto.model.audit.Judgement;
import dev.otto.model.call.Answer;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Spec;
import dev.otto.workflows.run.Audits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Audits what was merged: facts first, on fresh clones; then verdicts, which are pure rules over
/// the facts.
public final class CellAudits implements Audits {
  private final Host host;

  public CellAudits(Host host) {
    this.host = host;
  }

  @Override
  public AuditEvent.Probed probe(Round asked) {
    var run = host.runs().of(asked.lease());
    var spec = host.spec(run);
    var commit = open(run).commit();
    var findings = new Probe(host, asked.lease(), run, spec).of(asked.round(), commit);
    var judged = spec.clauses().filter(Clause::judged).count();
    return new AuditEvent.Probed(asked.round(), kept(findings), (int) judged, findings.millis());
  }

  @Override
  public AuditEvent.Concluded conclude(Round asked) {
    var run = host.runs().of(asked.lease());
    var spec = host.spec(run);
    var findings = heard(run, findings(open(run)));
    var judgement = Judgement.of(spec, findings);
    var report = kept(new AuditReport(findings, judgement));
    return new AuditEvent.Concluded(
        asked.round(),
        report,
        judgement.verdict(),
        values(judgement),
        repairs(spec, findings, judgement));
  }

  private Findings findings(Audit audit) {
    return Json.value(host.contents().text(audit.findings().orElseThrow()), Findings.class);
  }

  /// The findings with what the auditor said, if it said anything usable.
  private Findings heard(Run run, Findings findings) {
    var answer = open(run).answer();
    if (answer.isPresent()
        && answer.get() instanceof Answer.Done(var structured)
        && structured.isPresent()) {
      try {
        var said = AuditorAnswer.read(Json.own().readTree(host.contents().text(structured.get())));
        return findings.with(said.findings(), said.notLookedAt());
      } catch (JsonProcessingException unusable) {
        return findings.with(
            List.of(),
            List.of("the auditor's answer cannot be used: " + unusable.getOriginalMessage()));
      }
    }
    return findings;
  }

  private static List<AuditEvent.ClauseValue> values(Judgement judgement) {
    return Stream.concat(judgement.clauses().stream(), judgement.guardrails().stream())
        .map(one -> new AuditEvent.ClauseValue(one.clause(), one.value()))
        .toList();
  }

  private List<AuditEvent.Repair> repairs(Spec spec, Findings findings, Judgement judgement) {
    return judgement.groupsToRepair(spec).stream()
        .map(group -> new AuditEvent.Repair(group, feedback(spec, group, findings, judgement)))
        .toList();
  }

  private Digest feedback(Spec spec, GroupId group, Findings findings, Judgement judgement) {
    var features = spec.group(group).orElseThrow().features();
    var clauses =
        spec.features().stream()
            .filter(feature -> features.contains(feature.id()))
            .flatMap(feature -> feature.clauses().stream())
            .toList();
    return host.contents()
        .keep(
            clauses.stream()
                .map(clause -> words(clause, judgement.clause(clause.id()).orElseThrow(), findings))
                .collect(Collectors.joining("\n")));
  }

  private String words(Clause clause, ClauseVerdict verdict, Findings findings) {
    var evidence =
        verdict.value() != ClauseVerdict.Value.REFUTED
            ? ""
            : clause.checks().stream()
                .flatMap(check -> findings.after(check).stream())
                .filter(result -> result.failed())
                .flatMap(result -> result.evidence().stream())
                .map(digest -> "\n" + host.contents().text(digest))
                .collect(Collectors.joining());
    return "%s: %s is %s. %s%s"
        .formatted(
            clause.id(),
            clause.text(),
            verdict.value().word(),
            String.join("; ", verdict.reasons()),
            evidence);
  }

  private Digest kept(Object value) {
    return host.contents().keep(Json.text(value));
  }

  private static Audit open(Run run) {
    return run.audits().current().orElseThrow();
  }
}

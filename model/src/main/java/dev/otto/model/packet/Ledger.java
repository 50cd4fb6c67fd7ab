package dev.otto.model.packet;

import dev.otto.model.CheckId;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Judgement.FeatureVerdict;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Feature;
import dev.otto.model.spec.Guardrail;
import dev.otto.model.spec.Spec;
import java.util.List;

/// The part of the page with every clause, its verdict and what it rests on.
record Ledger(Packet packet, Html page) {
  private static final int FILES = 6;

  void write() {
    packet.spec().ifPresent(spec -> packet.audit().ifPresent(audit -> clauses(spec, audit)));
  }

  private void clauses(Spec spec, AuditReport audit) {
    page.add("<h2>Clause by clause</h2>\n");
    spec.features().forEach(feature -> feature(spec, feature, audit));
    if (!spec.guardrails().isEmpty()) {
      page.add("<section class=\"feature\"><header><h3>What must not happen</h3></header>\n");
      list(
          spec.guardrails().stream().map(Guardrail::clause).toList(),
          audit.judgement().guardrails(),
          audit);
      page.add("</section>\n");
    }
  }

  private void feature(Spec spec, Feature feature, AuditReport audit) {
    page.add("<section class=\"feature\"><header><h3>%s</h3>", feature.title());
    audit.judgement().features().stream()
        .filter(verdict -> verdict.feature().equals(feature.id()))
        .map(FeatureVerdict::verdict)
        .forEach(verdict -> pill(verdict.word()));
    page.add("</header>\n");
    list(feature.clauses(), audit.judgement().clauses(), audit);
    made(spec, feature);
    page.add("</section>\n");
  }

  private void list(List<Clause> clauses, List<ClauseVerdict> verdicts, AuditReport audit) {
    page.add("<ul>\n");
    for (var clause : clauses) {
      verdicts.stream()
          .filter(verdict -> verdict.clause().equals(clause.id()))
          .findFirst()
          .ifPresent(verdict -> clause(clause, verdict, audit));
    }
    page.add("</ul>\n");
  }

  private void clause(Clause clause, ClauseVerdict verdict, AuditReport audit) {
    page.add("<li class=\"clause\">");
    pill(verdict.value().word());
    page.add("<div>%s <code class=\"quiet\">%s</code></div>\n", clause.text(), clause.id());
    verdict.reasons().forEach(reason -> page.add("<div>%s</div>\n", reason));
    clause.checks().forEach(check -> check(check, verdict, audit));
    page.add("</li>\n");
  }

  private void check(CheckId check, ClauseVerdict verdict, AuditReport audit) {
    var result = audit.findings().after(check);
    page.add(
        "<div class=\"check\"><code>%s</code> %s",
        check, result.map(CheckResult::sentence).orElse("not run"));
    audit
        .findings()
        .base(check)
        .ifPresent(base -> page.add(" · before: %s", base.passed() ? "passed" : "failed"));
    result
        .flatMap(CheckResult::evidence)
        .ifPresent(digest ->
            page.add(" · <a href=\"%s\">evidence</a>", PacketVerification.evidence(digest)));
    verdict
        .marks()
        .getOrDefault(check, List.of())
        .forEach(mark -> page.add(" <span class=\"pill mark\">%s</span>", mark.word()));
    page.add("</div>\n");
  }

  /// Who made the feature, and in which files.
  private void made(Spec spec, Feature feature) {
    for (var group : spec.groups()) {
      if (group.features().contains(feature.id())) {
        var files = packet.changes(group.id().value()).stream().map(FileChange::path).toList();
        page.add(
            "<p class=\"check\">Made by group <code>%s</code>%s</p>\n",
            group.id(), files.isEmpty() ? "" : ": " + some(files));
      }
    }
  }

  /// The first of them, and how many more there are.
  private static String some(List<String> files) {
    var shown = String.join(", ", files.subList(0, Math.min(FILES, files.size())));
    return files.size() <= FILES ? shown : "%s and %s more".formatted(shown, files.size() - FILES);
  }

  private void pill(String word) {
    page.add("<span class=\"pill %s\">%s</span>", word, word);
  }
}

package dev.otto.model.packet;

import dev.otto.model.CheckId;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.Mark;
import dev.otto.model.run.RunView;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The packet as a page: self-contained, without script, the same bytes for the same packet
/// everywhere.
public final class PacketPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--good:#1a7f37;--bad:#cf222e;--open:#9a6700;--line:#8884}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
      h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}
      .verdict{font-size:2rem;font-weight:700;margin:.4rem 0}.passed,.proven,.merged{color:var(--good)}
      .failed,.refuted,.aborted{color:var(--bad)}.partial,.blocked,.unproven,.cancelled{color:var(--open)}
      table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
      code,pre{font:13px/1.45 ui-monospace,monospace}pre{white-space:pre-wrap;background:#8881;padding:.7rem;border-radius:6px}
      th,td[class]{white-space:nowrap}.quiet{opacity:.75}@media(prefers-color-scheme:dark){:root{--good:#3fb950;--bad:#ff7b72;--open:#d29922}}
      """;

  private final Packet packet;
  private final StringBuilder page = new StringBuilder();

  private PacketPage(Packet packet) {
    this.packet = packet;
  }

  /// The page of a packet.
  public static String of(Packet packet) {
    return new PacketPage(packet).page();
  }

  private String page() {
    add(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            + "<title>%s: %s</title><style>",
        packet.title(), packet.verdict().word());
    page.append(STYLE);
    add("</style></head><body><main>");
    summary();
    packet.spec().ifPresent(spec -> packet.audit().ifPresent(audit -> clauses(spec, audit)));
    groups();
    evidence();
    conditions();
    add("</main></body></html>\n");
    return page.toString();
  }

  private void summary() {
    add("<h1>%s</h1>", packet.title());
    add(
        "<p class=\"verdict %s\">%s</p><p>%s</p>",
        packet.verdict().word(), packet.verdict().word(), packet.why());
    packet.audit().map(AuditReport::judgement).ifPresent(judgement -> counts(judgement.clauses()));
    packet
        .commit()
        .ifPresent(commit ->
            add(
                "<p>Audited commit <code>%s</code> on branch <code>%s</code>. Land it with"
                    + " <code>otto land %s</code>.</p>",
                commit, packet.branch(), packet.run()));
    packet
        .spec()
        .flatMap(Spec::start)
        .ifPresent(start ->
            add(
                "<p>Start the product in a clone of it with <code>PORT=8080 %s</code>.</p>",
                String.join(" ", start.argv())));
    add("<h2>What was asked</h2><pre>%s</pre>", packet.intent());
  }

  private void counts(List<ClauseVerdict> clauses) {
    var proven = clauses.stream().filter(one -> one.value() == ClauseVerdict.Value.PROVEN).count();
    add("<p>%s of %s clauses are proven.</p>", proven, clauses.size());
  }

  private void clauses(Spec spec, AuditReport audit) {
    for (var feature : spec.features()) {
      add("<h2>%s</h2>", feature.title());
      table(feature.clauses(), audit.judgement().clauses());
    }
    if (!spec.guardrails().isEmpty()) {
      add("<h2>What must not happen</h2>");
      table(
          spec.guardrails().stream().map(guardrail -> guardrail.clause()).toList(),
          audit.judgement().guardrails());
    }
  }

  private void table(List<Clause> clauses, List<ClauseVerdict> verdicts) {
    add("<table><tr><th>Clause</th><th>Verdict</th><th>By</th></tr>");
    for (var clause : clauses) {
      verdicts.stream()
          .filter(verdict -> verdict.clause().equals(clause.id()))
          .findFirst()
          .ifPresent(verdict -> row(clause, verdict));
    }
    add("</table>");
  }

  private void row(Clause clause, ClauseVerdict verdict) {
    add(
        "<tr><td>%s<br><code class=\"quiet\">%s</code></td><td class=\"%s\">%s</td><td>",
        clause.text(), clause.id(), verdict.value().word(), verdict.value().word());
    clause.checks().forEach(check -> check(check, verdict));
    verdict.reasons().forEach(reason -> add("<div class=\"quiet\">%s</div>", reason));
    add("</td></tr>");
  }

  private void check(CheckId check, ClauseVerdict verdict) {
    var marks =
        verdict.marks().getOrDefault(check, List.of()).stream()
            .map(Mark::word)
            .collect(Collectors.joining(", "));
    var result = packet.audit().orElseThrow().findings().after(check);
    add(
        "<div><code>%s</code> %s%s</div>",
        check,
        result.map(one -> one.sentence()).orElse("not run"),
        marks.isEmpty() ? "" : " (" + marks + ")");
  }

  private void groups() {
    add("<h2>Groups</h2><table><tr><th>Group</th><th>State</th><th>Attempts</th><th></th></tr>");
    packet.groups().forEach(this::group);
    add("</table>");
    packet
        .strays()
        .forEach(stray ->
            add(
                "<p class=\"quiet\">Attempt %s of %s wrote outside its paths, which was kept apart: %s.</p>",
                stray.attempt(), stray.group(), String.join(", ", stray.paths())));
  }

  private void group(RunView.GroupView group) {
    add(
        "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s</td><td>%s</td></tr>",
        group.group(), group.state(), group.state(), group.attempts(), group.why().orElse(""));
  }

  private void evidence() {
    if (packet.evidence().isEmpty()) {
      return;
    }
    add("<h2>Evidence</h2><ul>");
    packet
        .evidence()
        .forEach(digest ->
            add(
                "<li><a href=\"%s\"><code>%s</code></a></li>",
                PacketVerification.evidence(digest), digest.hex().substring(0, 16)));
    add("</ul>");
  }

  private void conditions() {
    var usage = packet.usage();
    add("<h2>How it was done</h2><table>");
    fact("Run", packet.run().value());
    fact("Agents", packet.provider());
    fact(
        "Used",
        "%s calls, %s tokens in, %s out, %s"
            .formatted(
                usage.calls(),
                usage.inputTokens(),
                usage.outputTokens(),
                usage
                    .usd()
                    .map(usd -> "$" + usd.toPlainString() + usage.reckoned())
                    .orElse("cost unknown")));
    fact("Walls", packet.walls());
    packet.programs().ifPresent(path -> fact("Programs", path));
    fact("Engine", packet.engine());
    fact("Audits", String.valueOf(packet.rounds()));
    fact("Begun", packet.createdAt().toString());
    add("</table>");
  }

  private void fact(String name, String value) {
    add("<tr><th>%s</th><td>%s</td></tr>", name, value);
  }

  /// Adds markup; every argument is text and is escaped.
  private void add(String markup, Object... texts) {
    var escaped = Arrays.stream(texts).map(text -> escaped(String.valueOf(text))).toArray();
    page.append(texts.length == 0 ? markup : markup.formatted(escaped));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

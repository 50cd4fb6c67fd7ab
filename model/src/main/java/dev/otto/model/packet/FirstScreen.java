package dev.otto.model.packet;

import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.ClauseVerdict.Value;
import dev.otto.model.audit.Judgement;
import dev.otto.model.audit.Verdict;
import dev.otto.model.spec.Spec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The part of the page that answers whether the product works, and how one knows.
record FirstScreen(Packet packet, Html page) {
  void write() {
    page.add("<h1>%s</h1>\n", packet.title());
    verdict();
    packet.audit().map(AuditReport::judgement).ifPresent(this::meter);
    tiles();
    worries();
    packet.audit().ifPresent(this::knowledge);
    use();
    page.add("<h2>What was asked</h2>\n<pre>%s</pre>\n", packet.intent());
  }

  private void verdict() {
    var word = packet.verdict().word();
    page.add(
        "<div class=\"verdict %s\"><span class=\"sign\" aria-hidden=\"true\">%s</span>"
            + "<div><strong>%s</strong>%s</div></div>\n",
        word, sign(packet.verdict()), word, sentence());
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "✓";
      case FAILED, ABORTED -> "✕";
      case PARTIAL -> "◐";
      case BLOCKED -> "■";
    };
  }

  private String sentence() {
    var why = packet.why();
    return why.isEmpty() ? "" : Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }

  /// A bar with a part for each value that clauses have.
  private void meter(Judgement judgement) {
    page.add("<div class=\"meter\" aria-hidden=\"true\">");
    for (var value : Value.values()) {
      var count = count(judgement, value);
      if (count > 0) {
        page.add("<span class=\"%s\" style=\"flex-grow:%s\"></span>", value.word(), count);
      }
    }
    page.add("</div>\n");
  }

  private void tiles() {
    page.add("<ul class=\"tiles\">\n");
    packet
        .audit()
        .ifPresent(audit -> {
          var judgement = audit.judgement();
          tile(
              "%s of %s".formatted(count(judgement, Value.PROVEN), all(judgement).toList().size()),
              "clauses proven");
          tile(String.valueOf(audit.findings().after().size()), "checks run on a fresh clone");
        });
    tile(Amount.of(packet.groups().size(), "group"), Amount.of(packet.rounds(), "audit"));
    tile(
        Amount.time(Duration.ofMillis(packet.workedMillis())),
        packet.usage().usd().map(usd -> "$" + usd.toPlainString()).orElse("cost unknown"));
    page.add("</ul>\n");
  }

  private void tile(String figure, String of) {
    page.add("<li><b>%s</b><span class=\"quiet\">%s</span></li>\n", figure, of);
  }

  private void worries() {
    var worries = packet.worries();
    if (!worries.isEmpty()) {
      page.add("<section class=\"look\"><h2>What to look at</h2><ul class=\"know\">\n");
      worries.forEach(worry -> page.add("<li>%s</li>\n", worry));
      page.add("</ul></section>\n");
    }
  }

  private void knowledge(AuditReport audit) {
    var findings = audit.findings();
    page.add("<h2>How we know</h2>\n<ul class=\"know\">\n");
    page.add(
        "<li>Every check was run by Otto on a fresh clone of commit <code>%s</code>, not by those"
            + " who wrote the code.</li>\n",
        findings.commit().hex().substring(0, 12));
    var before = findings.base().stream().filter(CheckResult::failed).count();
    if (before > 0) {
      page.add(
          "<li>%s of %s failed on the commit that the work began with, and so can tell that"
              + " something is new.</li>\n",
          before, Amount.of(findings.base().size(), "check"));
    }
    if (findings.walls().startsWith(Worries.ALL)) {
      page.add(
          "<li>Agents, checks and product were kept behind walls: %s.</li>\n",
          findings.walls().substring(Worries.ALL.length()));
    }
    page.add(
        "<li>Everything here can be recomputed from this folder: <code>otto proof verify"
            + " %s</code>.</li>\n",
        packet.run());
    page.add("</ul>\n");
  }

  private void use() {
    packet
        .commit()
        .ifPresent(commit -> {
          page.add("<h2>What now</h2>\n<table class=\"facts\">\n");
          if (packet.verdict() == Verdict.PASSED) {
            row("Land it", "otto land " + packet.run());
          }
          row("Look at it", "git show --stat " + packet.branch());
          packet
              .spec()
              .flatMap(Spec::start)
              .ifPresent(start -> {
                row("Try it", "otto try " + packet.run());
                row("Start it in a clone", "PORT=8080 " + String.join(" ", start.argv()));
              });
          row("Audited commit", commit.hex());
          page.add("</table>\n");
        });
  }

  private void row(String name, String command) {
    page.add("<tr><th scope=\"row\">%s</th><td><code>%s</code></td></tr>\n", name, command);
  }

  private static long count(Judgement judgement, Value value) {
    return all(judgement).filter(clause -> clause.value() == value).count();
  }

  private static Stream<ClauseVerdict> all(Judgement judgement) {
    return Stream.of(judgement.clauses(), judgement.guardrails()).flatMap(List::stream);
  }
}

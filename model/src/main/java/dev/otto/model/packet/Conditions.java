package dev.otto.model.packet;

import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.CheckResult;
import java.time.Duration;
import java.util.List;

/// The part of the page that tells under which conditions the run was made, and what it used.
record Conditions(Packet packet, Html page) {
  void write() {
    page.add("<h2>Conditions</h2>\n<table class=\"facts\">\n");
    fact("Run", packet.run().value());
    fact("Begun", packet.createdAt().toString());
    fact("Thinking", packet.provider());
    packet.forkedFrom().ifPresent(origin -> fact("Forked from", origin.value()));
    used();
    fact("Walls", packet.walls());
    packet.programs().ifPresent(path -> fact("Programs", path));
    fact("Engine", packet.engine());
    packet.packages().forEach(fetched -> fact("Packages", fetched.words()));
    packet.leftBehind().forEach(sentence -> fact("Left behind", sentence));
    packet.base().ifPresent(base -> fact("Base", base.hex()));
    packet.tree().ifPresent(tree -> fact("Tree", tree.hex()));
    packet.specDigest().ifPresent(digest -> fact("Spec", digest.hex()));
    page.add("</table>\n");
    packet.audit().ifPresent(this::checks);
    page.add(
        "<footer>Made by Otto. <a href=\"%s\">The packet itself</a> is what counts; this page"
            + " shows it.</footer>\n",
        PacketVerification.PACKET);
  }

  private void used() {
    var usage = packet.usage();
    fact(
        "Used",
        "%s, %s tokens in (%s of them cached), %s out, %s"
            .formatted(
                Amount.of(usage.calls(), "call"),
                Amount.grouped(usage.inputTokens()),
                Amount.grouped(usage.cachedTokens()),
                Amount.grouped(usage.outputTokens()),
                usage
                    .usd()
                    .map(usd -> "$" + usd.toPlainString() + usage.reckoned())
                    .orElse("cost unknown")));
    fact(
        "Time",
        "%s, of which %s could not have been shorter"
            .formatted(
                Amount.time(Duration.ofMillis(packet.workedMillis())),
                Amount.time(Duration.ofMillis(packet.criticalPathMs()))));
  }

  private void checks(AuditReport audit) {
    page.add("<details><summary>All checks of the last audit</summary>\n");
    table("On the audited commit", audit.findings().after());
    table("On the base", audit.findings().base());
    page.add("</details>\n");
  }

  private void table(String title, List<CheckResult> results) {
    page.add("<table><caption class=\"quiet\">%s</caption>\n", title);
    for (var result : results) {
      page.add("<tr><td><code>%s</code></td><td>%s</td><td>", result.check(), result.sentence());
      result
          .evidence()
          .ifPresent(digest ->
              page.add("<a href=\"%s\">evidence</a>", PacketVerification.evidence(digest)));
      page.add("</td></tr>\n");
    }
    page.add("</table>\n");
  }

  private void fact(String name, String value) {
    page.add("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", name, value);
  }
}

package dev.otto.model.packet;

import dev.otto.model.packet.Timeline.Lane;
import dev.otto.model.packet.Timeline.Span;
import dev.otto.model.run.RunView.GroupView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// The part of the page that tells how the product was made: when, by which groups, in how many
/// attempts, and what they changed.
record WorkDone(Packet packet, Html page) {
  void write() {
    if (packet.groups().isEmpty()) {
      return;
    }
    page.add("<h2>How it was made</h2>\n");
    packet.timeline().ifPresent(this::timeline);
    packet.groups().forEach(this::group);
  }

  private void timeline(Timeline timeline) {
    page.add("<figure style=\"margin:0\" aria-label=\"Timeline\">\n");
    timeline.lanes().forEach(lane -> lane(lane, Math.max(1, timeline.millis())));
    page.add(
        "<div class=\"scale\"><span>green: came to something, red: did not, striped: waited</span>"
            + "<span>%s</span></div></figure>\n",
        Amount.time(Duration.ofMillis(timeline.millis())));
  }

  private void lane(Lane lane, long whole) {
    page.add("<div class=\"lane\"><span>%s</span><div>", lane.name());
    for (var span : lane.spans()) {
      page.add(
          "<i class=\"%s\" style=\"left:%s;width:%s\" title=\"%s\"></i>",
          span.kind().word(),
          percent(span.from(), whole),
          percent(span.to() - span.from(), whole),
          words(span));
    }
    page.add("</div></div>\n");
  }

  private static String words(Span span) {
    return span.words() + " (" + Amount.time(Duration.ofMillis(span.to() - span.from())) + ")";
  }

  private static String percent(long part, long whole) {
    return BigDecimal.valueOf(part * 100)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }

  private void group(GroupView group) {
    var changes = packet.changes(group.group().value());
    page.add(
        "<details><summary><b>%s</b> <span class=\"pill %s\">%s</span> <span class=\"quiet\">%s%s</span></summary>\n",
        group.group(),
        group.state(),
        group.state(),
        Amount.of(group.attempts(), "attempt"),
        changes.isEmpty() ? "" : ", " + Amount.of(changes.size(), "file"));
    group.why().ifPresent(why -> page.add("<p>%s</p>\n", why));
    packet.timeline().stream()
        .flatMap(timeline -> timeline.lanes().stream())
        .filter(lane -> lane.name().equals(group.group().value()))
        .flatMap(lane -> lane.spans().stream())
        .forEach(span -> page.add("<p class=\"check\">%s</p>\n", words(span)));
    group
        .merged()
        .ifPresent(
            commit -> page.add("<p class=\"check\">Commit <code>%s</code></p>\n", commit.hex()));
    if (!changes.isEmpty()) {
      page.add("<table>\n");
      for (var change : changes) {
        page.add(
            "<tr><td><code>%s</code></td><td class=\"number\">%s</td></tr>\n",
            change.path(), change.words());
      }
      page.add("</table>\n");
    }
    page.add("</details>\n");
  }
}

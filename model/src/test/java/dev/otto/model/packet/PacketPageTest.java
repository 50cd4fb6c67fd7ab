package dev.otto.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.json.SavedSample;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// The page of a proof packet, as somebody reads it who does not know Otto.
class PacketPageTest {
  private final Packet packet = SavedSample.named("packet/failed").value(Packet.class);
  private final String page = PacketPage.of(packet);

  @Test
  void it_says_first_whether_it_works_then_what_to_look_at_then_how_one_knows() {
    assertThat(page)
        .containsSubsequence(
            "<strong>failed</strong>",
            "4 of 6</b><span class=\"quiet\">clauses proven",
            "What to look at",
            "It does not do what it should: sells, shop-stays-small.",
            "Check unit was tampered with.",
            "Not all walls stood around foreign code: none.",
            "How we know",
            "2 of 4 checks failed on the commit that the work began with",
            "otto proof verify 2026-11-21-120000-a1b2c3",
            "Clause by clause");
  }

  @Test
  void what_did_not_pass_is_not_offered_for_landing() {
    assertThat(page).contains("What now").doesNotContain("otto land");
  }

  @Test
  void it_shows_what_each_clause_rests_on_with_its_evidence() {
    assertThat(page)
        .containsSubsequence(
            "It sells",
            "'unit' was tampered with: oracle/unit.sh",
            "<code>sells-over-http</code>",
            "before: failed",
            "href=\"evidence/",
            "<span class=\"pill mark\">tampered</span>");
  }

  @Test
  void it_needs_nothing_but_itself() {
    assertThat(page)
        .doesNotContain("<script", "<link", "<img", "@import", "url(", "http://", "https://");
  }

  /// Time zone, language and home of whoever renders it leave no trace (W-38).
  @Test
  void it_is_the_same_everywhere() {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(PacketPage.of(packet)).isEqualTo(page);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}

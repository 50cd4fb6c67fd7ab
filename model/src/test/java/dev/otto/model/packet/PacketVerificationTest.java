package dev.otto.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.Sample;
import dev.otto.model.json.Json;
import dev.otto.model.json.SavedSample;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whoever holds the folder of a packet can find out whether it says what the run proved (W-38).
class PacketVerificationTest {
  private final Packet packet = SavedSample.named("packet/failed").value(Packet.class);
  private final Map<String, byte[]> folder = folder();

  @Test
  void a_packet_as_it_was_written_is_sound() {
    assertThat(verified().broken()).isEmpty();
    assertThat(verified().anchor()).isEqualTo("the run's record: " + anchor());
  }

  @Test
  void without_the_runs_record_it_says_what_it_was_not_anchored_to() {
    assertThat(PacketVerification.of(this::file, Optional.empty()).anchor())
        .isEqualTo("nothing outside the folder: only its own consistency was verified");
  }

  @Test
  void a_packet_that_is_missing_unreadable_or_another_one_is_named() {
    assertThat(with("proof-packet.json", bytes("{}")))
        .contains("proof-packet.json is not the one that the run recorded");
    folder.put("proof-packet.json", bytes("{}"));
    assertThat(PacketVerification.of(this::file, Optional.empty()).broken())
        .contains("proof-packet.json cannot be read");
    folder.remove("proof-packet.json");
    assertThat(verified().broken()).contains("proof-packet.json is missing");
  }

  @Test
  void a_verdict_that_was_made_nicer_does_not_follow() {
    assertThat(forged("\"verdict\":\"failed\",\"why\"", "\"verdict\":\"passed\",\"why\""))
        .contains("the verdict does not follow from the judgement");
    assertThat(forged("\"value\":\"refuted\"", "\"value\":\"proven\""))
        .contains("the judgement does not follow from the findings");
    assertThat(forged("test -s src", "true || test -s src"))
        .contains("the spec is not the approved one");
  }

  @Test
  void another_commit_is_not_the_audited_one() {
    var audited = "\"commit\":\"%s\",\"tree\"".formatted(Sample.commit("audited"));

    assertThat(forged(audited, audited.replace(Sample.commit("audited").hex(), Sample.BASE.hex())))
        .contains("the commit is not the audited one");
  }

  @Test
  void evidence_that_is_missing_or_changed_is_named() {
    var name = PacketVerification.evidence(packet.evidence().getFirst());

    assertThat(with(name, bytes("other"))).contains(name + " was changed");
    folder.remove(name);
    assertThat(verified().broken()).contains(name + " is missing");
  }

  @Test
  void a_page_that_was_made_nicer_is_named() {
    assertThat(with("proof-packet.html", bytes(PacketPage.of(packet).replace("failed", "passed"))))
        .contains("proof-packet.html does not show what the packet says");
  }

  @Test
  void a_page_of_another_version_of_otto_is_not_compared_and_that_is_said() {
    var before = PacketPage.of(packet).replace("otto-page/2", "otto-page/1");

    assertThat(with("proof-packet.html", bytes(before))).isEmpty();
    assertThat(verified().anchor())
        .endsWith("; the page was written by another version of Otto, and was not compared");
  }

  @Test
  void a_page_runs_nothing_that_an_agent_wrote() {
    var forged =
        Json.value(text().replace("sell things", "<script>alert(1)</script>"), Packet.class);

    assertThat(PacketPage.of(forged))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script");
  }

  private Map<String, byte[]> folder() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(PacketVerification.PACKET, bytes(packet.text()));
    files.put(PacketVerification.PAGE, bytes(PacketPage.of(packet)));
    for (var word :
        new String[] {
          "log of sells-over-http",
          "log of unit",
          "log of old-tests",
          "log of index-is-there",
          "one"
        }) {
      files.put(PacketVerification.evidence(Sample.digest(word)), bytes(word));
    }
    return files;
  }

  /// What verification says of a packet that somebody changed without leaving other traces: the
  /// first part only, since the verdicts are at its beginning.
  private Optional<String> forged(String genuine, String other) {
    var at = text().indexOf(genuine);
    assertThat(at).as(genuine).isNotNegative();
    var forged = text().substring(0, at) + other + text().substring(at + genuine.length());
    folder.put(PacketVerification.PACKET, bytes(forged));
    return PacketVerification.of(this::file, Optional.empty()).broken();
  }

  private Optional<String> with(String name, byte[] content) {
    folder.put(name, content);
    return verified().broken();
  }

  private PacketVerification verified() {
    return PacketVerification.of(this::file, Optional.of(anchor()));
  }

  private Digest anchor() {
    return Digest.of(text());
  }

  private String text() {
    return packet.text();
  }

  private Optional<byte[]> file(String name) {
    return Optional.ofNullable(folder.get(name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

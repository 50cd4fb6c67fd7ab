package dev.otto.model.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.Digest;
import dev.otto.model.call.Usage;
import dev.otto.model.json.SavedSample;
import dev.otto.model.run.RunStory;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What scripts read of a session.
class SummaryTest {
  private final Packet packet = SavedSample.named("packet/failed").value(Packet.class);

  @Test
  void it_counts_features_time_and_what_was_used_for_what() {
    var story = RunStory.passed();

    var summary = Summary.of(packet, story.log(), Optional.of("1 of 2 calls"));

    assertThat(summary.passed()).isFalse();
    assertThat(summary.status()).isEqualTo("failed");
    assertThat(summary.featuresPassed()).isEqualTo(1);
    assertThat(summary.featuresTotal()).isEqualTo(2);
    assertThat(summary.durationSeconds()).isEqualTo(story.log().size() - 1);
    assertThat(summary.usageByStage()).containsOnlyKeys("spec", "build");
    assertThat(total(summary.usageByStage())).isEqualTo(story.run().calls().used());
  }

  @Test
  void the_handoff_tells_how_the_product_is_started_and_what_can_be_tried() {
    var handoff = Handoff.of(packet, packet.spec().orElseThrow());

    assertThat(handoff.launch().orElseThrow()).containsExactly("sh", "serve.sh");
    assertThat(handoff.url()).contains("http://localhost:8080/");
    assertThat(handoff.flows()).containsExactly("The selling", "The searching");
  }

  @Test
  void the_manifest_names_every_file_with_its_digest() {
    var manifest = Manifest.of(packet, Map.of("intent.txt", new byte[] {1}, "a", new byte[0]));

    assertThat(manifest.files().keySet()).containsExactly("a", "intent.txt");
    assertThat(manifest.files().get("a")).isEqualTo(Digest.of(new byte[0]));
  }

  private static Usage total(Map<String, Usage> used) {
    return used.values().stream().reduce(Usage.NONE, Usage::plus);
  }
}

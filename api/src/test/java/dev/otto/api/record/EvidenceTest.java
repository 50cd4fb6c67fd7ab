package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.json.SavedSample;
import dev.otto.model.packet.EvidenceView;
import dev.otto.model.packet.Packet;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunStory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a proof rests on can be read piece by piece, and nothing besides.
class EvidenceTest {
  private static final Packet PACKET = SavedSample.named("packet/failed").value(Packet.class);
  private static SampleOtto otto;

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @Test
  void what_to_look_at_is_said_as_the_page_of_the_proof_says_it() {
    var view = get(proven(PACKET), "").body(EvidenceView.class);

    assertThat(view.worries())
        .contains(
            "It does not do what it should: sells, shop-stays-small.",
            "Check unit was tampered with.");
    assertThat(view.pieces()).isEqualTo(PACKET.evidence());
  }

  @Test
  void a_piece_is_text_whatever_is_in_it() {
    var text = "<script>alert(1)</script>";
    var piece = otto.contents.keep(text);
    var run = proven(naming(piece));

    var answer = get(run, "/" + piece.hex());

    assertThat(answer.text()).isEqualTo(text);
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.raw().headers().allValues("Cache-Control"))
        .as("what a digest names is never another text")
        .containsExactly("private, max-age=31536000, immutable");
  }

  @Test
  void what_the_packet_does_not_name_is_refused() {
    var foreign = otto.contents.keep("a secret of another run");

    var answer = get(proven(PACKET), "/" + foreign.hex());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem().code()).isEqualTo("no-such-evidence");
  }

  @Test
  void before_there_is_a_proof_there_is_none() {
    assertThat(get(otto.newRun(), "").problem().code()).isEqualTo("no-proof");
  }

  /// The packet with another piece in the place of one that it names.
  private static Packet naming(Digest piece) {
    var named = PACKET.evidence().getFirst();
    return read(PACKET.text().replace(named.hex(), piece.hex()));
  }

  private static Packet read(String text) {
    try {
      return Json.own().readValue(text, Packet.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RunId proven(Packet packet) {
    var kept = otto.contents.keep(packet.text());
    var page = otto.contents.keep("page");
    var proof = new Proof(kept, page, Optional.empty(), Optional.empty(), Optional.empty());
    return otto.tell(
        RunStory.merged().audits(Verdict.FAILED).happens(new RunEvent.Rendered(proof)));
  }

  private static Web.Answer get(RunId run, String piece) {
    return otto.web().get("/api/v1/runs/%s/evidence%s".formatted(run, piece));
  }
}

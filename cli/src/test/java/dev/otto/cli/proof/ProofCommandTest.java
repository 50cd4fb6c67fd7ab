package dev.otto.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.Digest;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Packet;
import dev.otto.model.packet.PacketPage;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a proof is, and whether it holds.
class ProofCommandTest {
  private static final Packet PACKET = packet();

  @TempDir private Path home;
  @TempDir private Path folder;
  private ToldServer server;

  @BeforeEach
  void serve() throws IOException {
    server = ToldServer.in(home);
    server.shows(SampleRun.ended(Verdict.BLOCKED).withoutCommit().proofIn(folder + "/").view());
    Files.writeString(folder.resolve("proof-packet.json"), PACKET.text());
    Files.writeString(folder.resolve("proof-packet.html"), PacketPage.of(PACKET));
    recorded(Digest.of(PACKET.text()));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void the_proof_of_the_latest_run_is_a_path() {
    var page = folder.resolve("proof-packet.html") + "\n";

    assertThat(Typed.at(home).line("proof").out()).isEqualTo(page);
    assertThat(Typed.at(home).line("proof", "path", "latest").out()).isEqualTo(page);
    assertThat(Typed.at(home).line("pow", "--print").out()).isEqualTo(page);
  }

  @Test
  void a_run_without_a_proof_is_told() {
    server.shows(SampleRun.working(Phase.BUILD).view());

    var typed = Typed.at(home).line("proof");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("has no proof: it is working").hasLineCount(1);
  }

  @Test
  void a_proof_that_holds_is_anchored_to_what_the_run_recorded() {
    var typed = Typed.at(home).line("proof", "verify", "latest");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            "Holds: everything in %s was recomputed.\nAnchored to the run's record: %s.\n"
                .formatted(folder, Digest.of(PACKET.text())));
  }

  @Test
  void a_page_that_was_touched_breaks_the_proof() throws IOException {
    Files.writeString(folder.resolve("proof-packet.html"), "passed");

    var typed = Typed.at(home).line("proof", "verify");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).startsWith("Does not hold: proof-packet.html");
  }

  @Test
  void a_whole_packet_that_is_not_the_recorded_one_breaks_the_proof() {
    recorded(Digest.of("another packet"));

    var typed = Typed.at(home).line("proof", "verify", "latest", "--json");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(Json.value(typed.out(), Found.class))
        .isEqualTo(new Found(false, "proof-packet.json is not the one that the run recorded"));
  }

  @Test
  void a_folder_is_verified_without_a_server_and_says_that_nothing_vouches_for_it() {
    server.close();

    var typed = Typed.at(home).in(Path.of("/tmp")).line("proof", "verify", folder.toString());

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("Anchored to nothing outside the folder");
  }

  @Test
  void a_page_is_written_again_with_the_same_bytes_whatever_the_language_and_the_clock()
      throws IOException {
    var page = folder.resolve("proof-packet.html");
    var whole = Files.readString(page);
    Files.writeString(page, "passed");
    var language = Locale.getDefault();
    var clock = TimeZone.getDefault();

    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(Typed.at(home).line("proof", "render").out()).isEqualTo(page + "\n");
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(clock);
    }

    assertThat(Files.readString(page)).isEqualTo(whole);
    assertThat(Typed.at(home).line("proof", "verify").exit()).isZero();
  }

  @Test
  void a_folder_without_a_server_gets_its_page_again_too() throws IOException {
    var page = folder.resolve("proof-packet.html");
    Files.delete(page);
    server.close();

    var typed = Typed.at(home).in(Path.of("/tmp")).line("proof", "render", folder.toString());

    assertThat(typed.exit()).isZero();
    assertThat(page).hasContent(PacketPage.of(PACKET));
  }

  @Test
  void no_page_is_written_from_a_packet_that_is_not_the_recorded_one() {
    recorded(Digest.of("another packet"));

    var typed = Typed.at(home).line("proof", "render", "latest", "--json");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.out()).contains("\"code\":\"no-packet\"");
    assertThat(folder.resolve("proof-packet.html")).hasContent(PacketPage.of(PACKET));
  }

  @Test
  void the_list_holds_what_has_ended() {
    server.answers(
        "runs?limit=20",
        new RunsPage(
            List.of(SampleRun.working(Phase.BUILD).line(), SampleRun.ended(Verdict.FAILED).line()),
            Optional.empty()));

    assertThat(Typed.at(home).line("proof", "list").lines())
        .singleElement()
        .asString()
        .contains("failed");
  }

  @Test
  void a_deed_that_is_none_is_refused() {
    var typed = Typed.at(home).line("proof", "polish", "latest");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("'polish' is none of path, open, verify, render, list");
  }

  private record Found(boolean holds, String broken) {}

  private void recorded(Digest packet) {
    var ended = new RunEvent.Ended(Verdict.BLOCKED, "the agent gave up", packet);
    server.answers(
        "runs/" + SampleRun.ID + "/events?from=12",
        new RunNews.Page(List.of(SampleRun.news(12, 60, ended)), Optional.empty()));
  }

  /// The packet of a run that ended before it had a spec.
  private static Packet packet() {
    return new Packet(
        Packet.SCHEMA,
        SampleRun.ID,
        "Portal",
        "build a portal",
        Verdict.BLOCKED,
        "the agent gave up",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        Usage.NONE,
        1_000,
        800,
        "otto/" + SampleRun.ID,
        "none",
        Optional.empty(),
        "in-process 1.38.0",
        "scripted",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        SampleRun.START,
        Optional.empty());
  }
}

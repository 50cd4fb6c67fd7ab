package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.RunId;
import dev.otto.model.run.RunEntry;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunStory;
import dev.otto.model.spec.SampleSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a run leaves can be read as soon as it is there.
class RecordsTest {
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
  void the_log_of_a_run_is_read_from_an_event_on() {
    var run = otto.tell(RunStory.passed());
    var words = otto.words(run);

    var page = events(run, 3);

    assertThat(page.events()).extracting(RunNews::type).isEqualTo(words.subList(2, words.size()));
    assertThat(page.events()).extracting(RunNews::run).containsOnly(run);
    assertThat(page.next()).isEmpty();
    assertThat(events(run, words.size() + 1).events()).isEmpty();
  }

  @Test
  void a_long_log_is_read_page_by_page_without_a_gap() {
    var run = otto.newRun();
    var lease = otto.checkpoints.take(run).lease();
    otto.checkpoints.record(lease, 2, resumes(1_100));

    var first = events(run, 1);
    var second = events(run, first.next().orElseThrow());
    var third = events(run, second.next().orElseThrow());

    assertThat(
            List.of(first, second, third).stream()
                .flatMap(page -> page.events().stream())
                .map(RunNews::seq))
        .isEqualTo(LongStream.rangeClosed(1, 1_101).boxed().toList());
    assertThat(first.events()).hasSize(500);
    assertThat(third.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1e3"})
  void a_place_in_the_log_that_is_no_number_is_refused(String from) {
    var run = otto.newRun();

    var answer = get(run, "events?from=" + from);

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void the_spec_is_the_text_that_was_compiled() {
    var spec = SampleSpec.small();
    otto.contents.keep(spec.canonical());
    var run = otto.tell(RunStory.building(spec));

    assertThat(get(run, "spec").text()).isEqualTo(spec.canonical());
  }

  @Test
  void packet_and_changes_are_there_when_the_run_has_ended() {
    var run = otto.tell(RunStory.passed());

    assertThat(get(run, "proof").text()).isEqualTo(SampleOtto.PACKET);
    assertThat(get(run, "diff").text()).isEqualTo("diff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proof", "proof.html", "diff", "spec"})
  void who_has_a_text_is_not_sent_it_again(String what) {
    otto.contents.keep(SampleSpec.small().canonical());
    var run = otto.tell(RunStory.passed());
    var seen = get(run, what);

    var again =
        otto.web()
            .as("If-None-Match", seen.header("ETag"))
            .get("/api/v1/runs/%s/%s".formatted(run, what));

    assertThat(seen.header("ETag")).matches("\"[0-9a-f]{64}\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  /// S-5: agents' words are in it.
  @Test
  void the_page_of_the_proof_runs_no_script_and_stands_apart_from_otto() {
    var run = otto.tell(RunStory.passed());

    var page = get(run, "proof.html");

    assertThat(page.text()).isEqualTo("page");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.raw().headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.startsWith("sandbox; default-src 'none'"));
  }

  @ParameterizedTest
  @CsvSource({"spec, no-spec", "proof, no-proof", "proof.html, no-proof", "diff, no-proof"})
  void what_is_not_there_yet_is_refused_with_a_next_step(String what, String code) {
    var run = otto.newRun();

    var answer = get(run, what);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem().code()).isEqualTo(code);
    assertThat(answer.problem().nextStep()).contains("otto show " + run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "spec", "proof", "proof.html", "diff"})
  void of_a_run_that_is_not_there_nothing_is(String what) {
    var answer = otto.web().get("/api/v1/runs/2020/" + what);

    assertThat(answer.problem().code()).isEqualTo("no-such-run");
  }

  private static RunNews.Page events(RunId run, long from) {
    return get(run, "events?from=" + from).body(RunNews.Page.class);
  }

  private static Web.Answer get(RunId run, String what) {
    return otto.web().get("/api/v1/runs/%s/%s".formatted(run, what));
  }

  private static List<RunEntry> resumes(int count) {
    return Collections.nCopies(
        count,
        new RunEntry(
            new RunEvent.Resumed("ada", Optional.empty()), Instant.parse("2026-11-21T12:00:00Z")));
  }
}

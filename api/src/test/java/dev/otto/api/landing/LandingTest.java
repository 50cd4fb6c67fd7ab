package dev.otto.api.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.CommitId;
import dev.otto.model.RunId;
import dev.otto.model.Sample;
import dev.otto.model.landing.LandRequest;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunStory;
import dev.otto.model.run.RunView;
import dev.otto.store.landing.Landings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person lands what was audited, and nothing else (W-37).
class LandingTest {
  private static SampleOtto otto;
  private RunId run;

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @BeforeEach
  void tell() {
    run = otto.tell(RunStory.passed());
    otto.checkout.dirty(false);
  }

  @Test
  void the_audited_commit_is_landed_in_the_name_of_the_person() {
    var view = land("one-" + run, audited()).body(RunView.class);

    assertThat(view.landedOn()).contains("main");
    assertThat(view.actions()).noneMatch(action -> action.id().equals("land") && action.enabled());
    assertThat(row().by()).isEqualTo("ada");
    assertThat(row().commit()).isEqualTo(audited().hex());
  }

  @Test
  void another_commit_than_the_audited_one_is_refused() {
    var answer = land("stale-" + run, Sample.commit("another"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem().code()).isEqualTo("stale-commit");
  }

  @Test
  void a_dirty_checkout_is_refused_in_the_words_of_the_host_and_can_be_landed_later() {
    otto.checkout.dirty(true);
    var refused = land("dirty-" + run, audited());
    otto.checkout.dirty(false);

    var landed = land("dirty-" + run, audited());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem().code()).isEqualTo("would-overwrite");
    assertThat(refused.problem().nextStep()).isEqualTo("Commit or stash it, then land.");
    assertThat(landed.body(RunView.class).landedOn()).contains("main");
  }

  @Test
  void landing_twice_with_one_key_is_one_landing_and_with_another_is_refused() {
    var before = otto.checkout.landings();
    land("twice-" + run, audited());

    var again = land("twice-" + run, audited());
    var other = land("other-" + run, audited());

    assertThat(again.body(RunView.class).landedOn()).contains("main");
    assertThat(other.problem().code()).isEqualTo("already-landed");
    assertThat(otto.checkout.landings() - before).isOne();
  }

  @Test
  void two_who_land_at_once_land_once() {
    var before = otto.checkout.landings();

    var answers =
        IntStream.range(0, 3)
            .parallel()
            .mapToObj(_ -> land("at-once-" + run, audited()).status())
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(otto.checkout.landings() - before).isOne();
  }

  @Test
  void a_run_that_has_not_ended_or_was_not_audited_is_not_landed() {
    var working = otto.tell(RunStory.building("greeter"));
    var rejected = otto.tell(rejected());

    assertThat(land("early-" + working, working, audited()).problem().code())
        .isEqualTo("not-ended");
    assertThat(land("none-" + rejected, rejected, audited()).problem().code())
        .isEqualTo("nothing-audited");
  }

  private static RunStory rejected() {
    return RunStory.atTheGate().asks(new RunCommand.Reject("ada", "no", Optional.empty())).ends();
  }

  private Web.Answer land(String key, CommitId commit) {
    return land(key, run, commit);
  }

  private static Web.Answer land(String key, RunId run, CommitId commit) {
    return otto.web()
        .as("Otto-User", "ada")
        .as("Idempotency-Key", key)
        .post("/api/v1/runs/" + run + "/land", new LandRequest(commit));
  }

  private static CommitId audited() {
    return RunStory.passed().run().proof().orElseThrow().commit().orElseThrow();
  }

  private Landings.Row row() {
    return otto.database
        .jdbi()
        .withExtension(Landings.class, landings -> landings.ofRun(run.value()))
        .orElseThrow();
  }
}

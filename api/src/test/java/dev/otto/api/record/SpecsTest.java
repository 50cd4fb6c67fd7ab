package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunStory;
import dev.otto.model.spec.GroupPlan;
import dev.otto.model.spec.SampleSpec;
import dev.otto.model.spec.SpecEvent;
import dev.otto.model.spec.SpecRevision;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a spec was before somebody changed it can be read, so that the change can be seen.
class SpecsTest {
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
  void every_revision_is_listed_with_who_wrote_it_and_read_by_its_digest() {
    var first = SampleSpec.small();
    var second = SampleSpec.ofGroups("api", "mail");
    otto.contents.keep(first.canonical());
    otto.contents.keep(second.canonical());
    var run =
        otto.tell(
            RunStory.atTheGate()
                .happens(
                    new RunEvent.OfSpec(
                        new SpecEvent.Edited(
                            second.digest(),
                            "Two parts",
                            GroupPlan.of(second),
                            "ada",
                            Optional.empty()))));

    var revisions = get(run, "specs").body(SpecRevision.Page.class).revisions();

    assertThat(revisions).extracting(SpecRevision::number).containsExactly(1, 2);
    assertThat(revisions)
        .extracting(SpecRevision::spec)
        .containsExactly(first.digest(), second.digest());
    assertThat(revisions)
        .extracting(SpecRevision::by)
        .containsExactly(Optional.empty(), Optional.of("ada"));
    assertThat(get(run, "specs/" + first.digest().hex()).text()).isEqualTo(first.canonical());
    assertThat(get(run, "specs/" + second.digest().hex()).text()).isEqualTo(second.canonical());
  }

  @Test
  void a_run_without_a_spec_has_no_revision() {
    var page = get(otto.newRun(), "specs").body(SpecRevision.Page.class);

    assertThat(page.revisions()).isEmpty();
  }

  /// Whatever else Otto keeps is not to be had by its digest.
  @Test
  void what_is_no_revision_of_this_run_is_refused() {
    var run = otto.tell(RunStory.atTheGate());

    var foreign = get(run, "specs/" + Digest.of("intent").hex());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.problem().code()).isEqualTo("no-such-spec");
    assertThat(get(run, "specs/none").status()).isEqualTo(422);
  }

  private static Web.Answer get(RunId run, String what) {
    return otto.web().get("/api/v1/runs/%s/%s".formatted(run, what));
  }
}

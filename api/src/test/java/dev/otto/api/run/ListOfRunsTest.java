package dev.otto.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.RunId;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs are listed and looked at.
class ListOfRunsTest {
  @TempDir private Path logs;
  private SampleOtto otto;

  @BeforeEach
  void start() {
    otto = SampleOtto.ready(logs);
  }

  @AfterEach
  void end() {
    otto.close();
  }

  @Test
  void no_runs_are_an_empty_page() {
    assertThat(web().get("/api/v1/runs").text()).isEqualTo("{\"runs\":[]}");
  }

  @Test
  void runs_are_listed_newest_first_page_by_page_and_each_once() {
    var made = IntStream.range(0, 7).mapToObj(_ -> otto.newRun()).toList();
    var seen = new ArrayList<RunId>();

    var page = page("/api/v1/runs?limit=3");
    seen.addAll(ids(page));
    otto.newRun(); // what comes while somebody leafs shifts nothing (W-60)
    while (page.next().isPresent()) {
      page = page("/api/v1/runs?limit=3&before=" + page.next().get());
      seen.addAll(ids(page));
    }

    assertThat(seen).containsExactlyElementsOf(made.reversed());
  }

  @Test
  void a_line_is_short_and_says_how_it_stands() {
    var run = otto.newRun();

    var line = page("/api/v1/runs").runs().getFirst();

    var view = view(run.value());
    assertThat(line)
        .isEqualTo(
            new RunLine(
                run,
                view.project(),
                "/home/ada/shop",
                "Greet people.",
                "working",
                view.phase(),
                view.verdict(),
                view.createdAt(),
                view.changedAt()));
  }

  @Test
  void the_runs_of_one_project_can_be_asked_for() {
    otto.newRun();
    var other =
        web()
            .post("/api/v1/runs", NewRun.of("/home/ada/notes", "Note.", "scripted"))
            .body(RunView.class);

    assertThat(ids(page("/api/v1/runs?project=" + other.project()))).containsExactly(other.run());
    assertThat(ids(page("/api/v1/runs?project=none-12345678"))).isEmpty();
  }

  @Test
  void a_run_is_found_by_its_id_by_the_start_of_it_and_as_the_latest() {
    otto.newRun();
    var run = otto.newRun();

    assertThat(view(run.value()).run()).isEqualTo(run);
    assertThat(view(run.value().substring(0, 23)).run()).isEqualTo(run);
    assertThat(view("latest").run()).isEqualTo(run);
  }

  @Test
  void a_start_that_could_be_several_runs_is_refused_with_the_newest() {
    IntStream.range(0, 3).forEach(_ -> otto.newRun());

    var problem = web().get("/api/v1/runs/20").problem();

    assertThat(problem.code()).isEqualTo("ambiguous-run");
    assertThat(problem.nextStep()).contains(page("/api/v1/runs").runs().getFirst().run().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01-000000-000000",
        "2026-01-01-000000-000000-1",
        "%25",
        "_",
        "..",
        "x' OR 1=1",
        "ü"
      })
  void a_run_that_is_not_there_is_unknown(String name) {
    otto.newRun();

    var answer = web().get("/api/v1/runs/" + name.replace(" ", "%20").replace("ü", "%C3%BC"));

    assertThat(answer.status()).isIn(404, 400);
    if (answer.status() == 404 && !name.equals("..")) {
      assertThat(answer.problem().code()).isEqualTo("no-such-run");
    }
  }

  @Test
  void the_latest_of_no_runs_is_unknown() {
    assertThat(web().get("/api/v1/runs/latest").problem().detail())
        .isEqualTo("There is no run latest.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=x", "limit=-1", "limit=1000000", "before=x", "project=X"})
  void a_question_that_cannot_be_read_is_refused(String query) {
    var answer = web().get("/api/v1/runs?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().violations().getFirst().pointer())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void who_has_seen_a_run_is_told_when_it_is_still_the_same() {
    var run = otto.newRun();
    var seen = web().get("/api/v1/runs/" + run);

    var again = web().as("If-None-Match", seen.header("ETag")).get("/api/v1/runs/" + run);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  private Web web() {
    return otto.web();
  }

  private RunsPage page(String path) {
    return web().get(path).body(RunsPage.class);
  }

  private RunView view(String run) {
    return web().get("/api/v1/runs/" + run).body(RunView.class);
  }

  private static List<RunId> ids(RunsPage page) {
    return page.runs().stream().map(RunLine::run).toList();
  }
}

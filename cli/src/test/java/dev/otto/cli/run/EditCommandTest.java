package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.json.Json;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The spec at a gate is changed in the user's editor.
class EditCommandTest {
  private static final String EDIT = "runs/" + SampleRun.ID + "/edit";

  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.shows(SampleRun.waiting().view());
    server.answersText("runs/%s/spec".formatted(SampleRun.ID), "{\"title\":\"Portal\"}");
    server.obeys(EDIT, SampleRun.waiting().titled("Shop").view());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void what_was_saved_is_sent_with_what_was_looked_at() {
    var typed = Typed.at(home).with("EDITOR", "sed -i s/Portal/Shop/").line("edit");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("The gate shows it: Shop, spec ");
    var asked = Json.value(server.asked("POST", EDIT).getFirst().body(), RunRequest.Edit.class);
    assertThat(asked.looked()).isEqualTo(SampleRun.SPEC);
    assertThat(asked.spec()).isEqualTo("{\n  \"title\" : \"Shop\"\n}\n");
    assertThat(kept()).doesNotExist();
  }

  @Test
  void who_changes_nothing_asks_for_nothing() {
    assertThat(Typed.at(home).with("EDITOR", "true").line("edit").out())
        .isEqualTo("Nothing was changed.\n");
    assertThat(server.asked("POST", EDIT)).isEmpty();
  }

  @Test
  void an_editor_that_fails_changes_nothing() {
    var typed = Typed.at(home).with("EDITOR", "false").line("edit");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("The editor ended with 1").hasLineCount(1);
    assertThat(server.asked("POST", EDIT)).isEmpty();
  }

  @Test
  void what_is_refused_is_kept_and_can_be_sent_again() {
    server.refuses("POST " + EDIT, 422, "invalid-spec", "The spec breaks a rule.", "Correct it.");
    var refused = Typed.at(home).with("EDITOR", "sed -i s/Portal/Shop/").line("edit");
    server.obeys(EDIT, SampleRun.waiting().view());
    var again = Typed.at(home).line("edit", "--file", kept().toString());

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains("The spec breaks a rule.", kept().toString())
        .hasLineCount(1);
    assertThat(kept()).content().contains("Shop");
    assertThat(again.exit()).isZero();
  }

  @Test
  void a_run_that_is_not_at_its_gate_opens_no_editor() {
    server.shows(SampleRun.working(Phase.BUILD).view());

    var typed = Typed.at(home).with("EDITOR", "touch " + home.resolve("seen")).line("edit");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("does not wait for an approval");
    assertThat(Files.exists(home.resolve("seen"))).isFalse();
  }

  private Path kept() {
    return home.resolve("edits").resolve(SampleRun.ID + ".json");
  }
}

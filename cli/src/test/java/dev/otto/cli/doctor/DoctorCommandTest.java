package dev.otto.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.HostId;
import dev.otto.model.host.HostFacts;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.host.HostView;
import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor finds, with a server and without.
class DoctorCommandTest {
  @TempDir private Path home;

  @Test
  void engine_walls_and_facts_are_told_to_programs() throws Exception {
    try (var server = ToldServer.in(home)) {
      finds(server, new Fact("disk", Health.OK, "200 GB are free.", ""));

      var typed = Typed.at(home).line("doctor", "--json");

      var found = Json.strict().readTree(typed.out());
      assertThat(typed.exit()).isZero();
      assertThat(found.at("/engine/kind").asText()).isEqualTo("dev-server");
      assertThat(found.at("/engine/version").asText()).isEqualTo("1.5.1");
      assertThat(found.get("walls").asText()).isEqualTo("bubblewrap");
      assertThat(found.get("facts").findValuesAsText("name"))
          .containsExactly("system", "jdk", "git", "home", "server", "disk");
      assertThat(found.get("facts").findValuesAsText("state")).contains("ok").doesNotContain("OK");
    }
  }

  @Test
  void what_is_broken_comes_with_its_fix_and_exit_code_1() {
    try (var server = ToldServer.in(home)) {
      finds(server, new Fact("bwrap", Health.BROKEN, "It was not found.", "Install bubblewrap."));

      var typed = Typed.at(home).line("doctor");

      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.out())
          .contains("engine  dev-server 1.5.1")
          .containsPattern("broken +bwrap +It was not found.  -> Install bubblewrap.");
    }
  }

  @Test
  void a_call_can_be_tried_and_what_came_of_it_is_told() {
    try (var server = ToldServer.in(home)) {
      finds(server, new Fact("codex", Health.OK, "Codex is here.", ""));
      server.obeys(
          "test-calls",
          Map.of(
              "facts",
              List.of(new Fact("codex call", Health.BROKEN, "It failed (auth): no.", ""))));

      var typed = Typed.at(home).line("doctor", "--test-call");

      assertThat(typed.out()).containsPattern("broken +codex call +It failed \\(auth\\): no.");
      assertThat(typed.exit()).isEqualTo(1);
      assertThat(Typed.at(home).line("doctor").out()).doesNotContain("codex call");
    }
  }

  @Test
  void what_is_away_just_now_is_told_instead_of_what_the_host_once_said_of_it() {
    try (var server = ToldServer.in(home)) {
      finds(server, new Fact("engine", Health.OK, "The engine is dev-server.", ""));
      server.answers(
          "server",
          server.troubled(new Fact("engine", Health.BROKEN, "The engine is away.", "Wait.")));

      var typed = Typed.at(home).line("doctor");

      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.out())
          .containsPattern("broken +engine +The engine is away.  -> Wait.")
          .doesNotContain("The engine is dev-server.");
    }
  }

  @Test
  void while_the_database_is_away_it_tells_that_and_asks_for_nothing_else() {
    try (var server = ToldServer.in(home)) {
      server.refuses("GET hosts", 503, "database-away", "The database does not answer.", "Wait.");
      server.answers(
          "server",
          server.troubled(new Fact("database", Health.BROKEN, "The database is away.", "Wait.")));

      var typed = Typed.at(home).line("doctor");

      assertThat(typed.out())
          .containsPattern("broken +database +The database is away.  -> Wait.")
          .contains("It answers at " + server.url())
          .doesNotContain("does not answer");
    }
  }

  @Test
  void without_a_server_it_tells_what_it_can_and_why_there_is_none() throws Exception {
    var typed = Typed.at(home).line("doctor", "--json");

    var found = Json.strict().readTree(typed.out());
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(found.at("/engine/kind").isNull()).isTrue();
    assertThat(found.get("facts").findValuesAsText("name")).contains("jdk", "git", "home");
    assertThat(found.at("/facts/4/sentence").asText()).startsWith("There is no server");
  }

  @Test
  void it_can_look_without_starting_anything() {
    var typed = Typed.at(home).line("doctor", "--no-start");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("jdk").doesNotContain("server");
  }

  private static void finds(ToldServer server, Fact fact) {
    var facts = new HostFacts("bubblewrap", List.of(fact));
    server.answers(
        "hosts",
        new HostView.Page(List.of(new HostView(new HostId("host-1"), SampleRun.START, facts))));
  }
}

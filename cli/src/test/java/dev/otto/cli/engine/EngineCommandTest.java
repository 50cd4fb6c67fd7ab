package dev.otto.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.json.Json;
import dev.otto.model.server.EngineDetails;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What carries runs on, as people and programs are told.
class EngineCommandTest {
  private static final EngineDetails REAL =
      new EngineDetails(
          "dev-server",
          "1.31.2",
          "127.0.0.1:21000",
          Optional.of("http://127.0.0.1:22000/"),
          Optional.of("/home/ada/.otto/engine/program/temporal"),
          Optional.of("ab".repeat(32)),
          Optional.of("the official release v1.8.2"),
          Optional.empty());

  @TempDir private Path home;

  @Test
  void the_engine_in_use_is_told_with_its_program_digest_and_page() throws Exception {
    try (var server = ToldServer.in(home)) {
      server.answers("engine", REAL);

      assertThat(Typed.at(home).line("engine").lines())
          .containsExactly(
              "engine   dev-server 1.31.2",
              "at       127.0.0.1:21000",
              "page     http://127.0.0.1:22000/",
              "program  /home/ada/.otto/engine/program/temporal",
              "sha256   " + "ab".repeat(32),
              "from     the official release v1.8.2");
      assertThat(
              Json.own()
                  .readValue(Typed.at(home).line("engine", "--json").out(), EngineDetails.class))
          .isEqualTo(REAL);
    }
  }

  @Test
  void an_engine_without_a_memory_says_why_it_is_that_one_and_how_to_get_another() {
    try (var server = ToldServer.in(home)) {
      server.answers(
          "engine",
          new EngineDetails(
              "in-process",
              "1.38.0",
              "this-jvm",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("It could not be fetched.")));

      assertThat(Typed.at(home).line("engine").out())
          .contains("why      It could not be fetched.")
          .contains("otto engine install");
    }
  }

  @Test
  void anything_else_than_install_is_no_command() {
    assertThat(Typed.at(home).line("engine", "remove").exit()).isEqualTo(2);
    assertThat(Typed.at(home).line("engine", "--from-source").exit()).isEqualTo(2);
  }
}

package dev.otto.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.group.SalvageView;
import dev.otto.model.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that was put away, listed and brought back.
class RecoverCommandTest {
  private static final String NAME = "2026-11-21-080000-000002/api/1";
  private static final SalvageView ONE =
      new SalvageView(
          new RunId("2026-11-21-080000-000002"),
          new GroupId("api"),
          1,
          new CommitId("a".repeat(40)),
          Instant.EPOCH,
          3,
          "/home/ada/shop",
          "otto-recovered/2026-11-21-080000-000002/api-1");

  @TempDir private Path home;

  @Test
  void what_was_salvaged_is_listed_with_what_can_be_done() {
    try (var server = ToldServer.in(home)) {
      server.answers(
          "salvage", new SalvageView.Page(List.of(ONE), List.of("/home/ada/.otto/x/.aside.api")));

      var typed = Typed.at(home).line("recover");

      assertThat(typed.lines().getFirst())
          .startsWith(NAME + "  3 files")
          .endsWith("/home/ada/shop");
      assertThat(typed.out())
          .contains("folder  /home/ada/.otto/x/.aside.api")
          .contains("otto recover " + NAME);
    }
  }

  @Test
  void where_nothing_was_salvaged_that_is_said() {
    try (var server = ToldServer.in(home)) {
      server.answers("salvage", new SalvageView.Page(List.of(), List.of()));

      assertThat(Typed.at(home).line("recover").lines()).hasSize(1);
    }
  }

  @Test
  void one_is_brought_back_as_a_branch() throws Exception {
    try (var server = ToldServer.in(home)) {
      server.obeys("salvage", ONE);

      assertThat(Typed.at(home).line("recover", NAME).lines())
          .containsExactly(NAME + " is the branch " + ONE.branch() + " of /home/ada/shop.");
      assertThat(Json.own().readTree(server.asked("POST", "salvage").getFirst().body()))
          .isEqualTo(
              Json.own().valueToTree(new SalvageView.Wanted("2026-11-21-080000-000002", "api", 1)));
    }
  }

  @Test
  void what_is_no_name_is_refused() {
    assertThat(Typed.at(home).line("recover", "api").exit()).isEqualTo(2);
    assertThat(Typed.at(home).line("recover", "--worktree", "x").exit()).isEqualTo(2);
  }
}

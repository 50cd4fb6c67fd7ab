package dev.otto.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who thinks in a run, when several places say something about it.
class AgentLayersTest {
  private static final AgentWishes NONE = AgentWishes.NONE;

  @Test
  void where_nobody_says_anything_the_only_usable_one_thinks_and_that_is_the_reason() {
    var choice = new AgentLayers(NONE, NONE, NONE, Optional.of("codex")).choice(Role.BUILD);

    assertThat(choice)
        .contains(
            new AgentChoice(
                "codex",
                Optional.empty(),
                Optional.empty(),
                Optional.of("the only one that is signed in")));
    assertThat(new AgentLayers(NONE, NONE, NONE, Optional.empty()).choice(Role.BUILD)).isEmpty();
  }

  @Test
  void what_was_asked_counts_more_than_files_and_a_role_more_than_all() {
    var layers =
        new AgentLayers(
            AgentWishes.ofAll(model("asked")),
            of(model("project"), model("project-build")),
            of(model("user"), model("user-build")),
            Optional.of("claude"));

    assertThat(layers.choice(Role.BUILD).orElseThrow().model()).contains("asked");

    var files = new AgentLayers(NONE, layers.project(), layers.user(), layers.only());
    assertThat(files.choice(Role.BUILD).orElseThrow().model()).contains("project-build");
    assertThat(files.choice(Role.FIX).orElseThrow().model()).contains("project");

    var user =
        new AgentLayers(NONE, AgentWishes.ofAll(model("project")), layers.user(), layers.only());
    assertThat(user.choice(Role.BUILD).orElseThrow().model()).contains("user-build");
  }

  @Test
  void a_list_names_who_takes_whose_place_and_its_first_thinks_if_nobody_else_is_named() {
    var list =
        new AgentWish(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Effort.HIGH),
            List.of("claude", "codex", "mine"));
    var project = AgentWishes.ofAll(list);

    var unnamed = new AgentLayers(NONE, project, NONE, Optional.of("codex"));
    var named =
        new AgentLayers(
            AgentWishes.ofAll(AgentWish.of("codex")), project, NONE, Optional.of("codex"));

    var choice = unnamed.choice(Role.BUILD).orElseThrow();
    assertThat(choice.all())
        .extracting(AgentChoice::provider)
        .containsExactly("claude", "codex", "mine");
    assertThat(choice.otherwise())
        .allMatch(other -> other.effort().equals(Optional.of(Effort.HIGH)));
    assertThat(choice.because()).contains("named in the project's otto.yaml");
    assertThat(named.choice(Role.BUILD).orElseThrow().all())
        .extracting(AgentChoice::provider)
        .containsExactly("codex", "claude", "mine");
  }

  @Test
  void a_model_that_was_named_for_another_provider_is_not_taken() {
    var user = new AgentWish(Optional.of("claude"), Optional.of("opus"), Optional.of(Effort.HIGH));
    var layers =
        new AgentLayers(
            AgentWishes.ofAll(AgentWish.of("codex")),
            NONE,
            AgentWishes.ofAll(user),
            Optional.of("claude"));

    assertThat(layers.choice(Role.SPEC))
        .contains(
            new AgentChoice(
                "codex", Optional.empty(), Optional.of(Effort.HIGH), Optional.of("asked for")));
  }

  @Test
  void the_places_are_told_to_people() {
    var layers =
        new AgentLayers(
            of(AgentWish.NONE, AgentWish.of("codex")),
            AgentWishes.ofAll(AgentWish.of("claude")),
            NONE,
            Optional.empty());

    var agents = Agents.each(role -> layers.choice(role).orElseThrow());

    assertThat(agents.words()).isEqualTo("claude for spec, audit, fix; codex for build");
    assertThat(agents.reasons())
        .isEqualTo("named in the project's otto.yaml for spec, audit, fix; asked for for build");
    assertThat(agents.providers()).containsExactly("claude", "codex");
  }

  @Test
  void the_turns_of_a_call_have_a_bound() {
    var user =
        new AgentWishes(
            AgentWish.NONE,
            AgentWish.NONE,
            AgentWish.NONE,
            AgentWish.NONE,
            AgentWish.NONE,
            Optional.of(30));

    assertThat(new AgentLayers(NONE, NONE, user, Optional.empty()).maxTurns()).isEqualTo(30);
    assertThat(new AgentLayers(NONE, NONE, NONE, Optional.empty()).maxTurns()).isEqualTo(200);
  }

  private static AgentWish model(String name) {
    return new AgentWish(Optional.empty(), Optional.of(name), Optional.empty());
  }

  private static AgentWishes of(AgentWish all, AgentWish build) {
    return new AgentWishes(
        all, AgentWish.NONE, build, AgentWish.NONE, AgentWish.NONE, Optional.empty());
  }
}

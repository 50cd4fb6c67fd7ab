package dev.otto.model.settings.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Effort;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.RunWishes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in the two files of settings.
class WrittenTest {
  @Test
  void a_project_chooses_for_all_roles_and_for_single_ones_and_null_is_not_set() {
    var wishes =
        RunWishes.of(
            project(
                """
                provider: claude
                model: null
                max_turns_per_call: 40
                agents:
                  build: {provider: codex, model: gpt-5.5, effort: max}
                  certifier: {effort: low}
                  fix: null
                retries:
                  check_loop: {max_attempts_per_group: 5}
                  audit_loop: {max_audit_passes_per_run: 2}
                sandbox:
                queue: {concurrent: null}
                """));

    assertThat(wishes)
        .isEqualTo(
            new RunWishes(
                new AgentWishes(
                    AgentWish.of("claude"),
                    AgentWish.NONE,
                    new AgentWish(
                        Optional.of("codex"), Optional.of("gpt-5.5"), Optional.of(Effort.MAX)),
                    new AgentWish(Optional.empty(), Optional.empty(), Optional.of(Effort.LOW)),
                    AgentWish.NONE,
                    Optional.of(40)),
                Optional.of(5),
                Optional.of(2)));
  }

  @Test
  void what_may_be_used_is_said_for_a_run_a_group_and_the_day_of_a_project() {
    var mine =
        RunWishes.of(
            project(
                """
                failover: [claude, codex]
                agents: {fix: {failover: [codex]}}
                run_budget_seconds: 3600
                budgets: {total_cost_usd: 6.50, project_per_day: '20usd, 5Mtok'}
                """));
    var users =
        RunWishes.of(
            user(
                """
                budgets: {per_group_cost_usd: 2, total_cost_usd: 9, project_per_day: '30usd,1Mtok'}
                """));

    var both = mine.over(users);

    assertThat(both.agents().all().failover()).containsExactly("claude", "codex");
    assertThat(both.agents().fix().failover()).containsExactly("codex");
    assertThat(both.wallSeconds()).contains(3600L);
    assertThat(both.budget())
        .isEqualTo(
            new Budget(
                Limits.ofMoney(new BigDecimal("6.5")),
                Limits.ofMoney(new BigDecimal("2")),
                OnLimit.PAUSE,
                new Limits(
                    Optional.of(1_000_000L), Optional.of(new BigDecimal("20")), Optional.empty())));
  }

  @Test
  void an_empty_file_says_nothing() {
    assertThat(project("")).isEqualTo(Written.nothing(FileKind.PROJECT));
    assertThat(project("# only a comment\n")).isEqualTo(Written.nothing(FileKind.PROJECT));
    assertThat(RunWishes.of(project("agents: {}"))).isEqualTo(RunWishes.NONE);
  }

  @Test
  void words_are_what_stands_there_and_a_name_of_the_users_own_is_kept() {
    var user =
        user(
            """
            sandbox: off
            model: 5.10
            providers: {claude: {key: '${TEAM_KEY}'}}
            agents:
              mine: {command: [/opt/mine, --fast], secrets: [MY_KEY]}
            """);

    assertThat(user.get(Keys.SANDBOX)).contains("off");
    assertThat(user.get(Keys.MODEL)).contains("5.10");
    assertThat(user.get(Keys.key("claude"))).contains("TEAM_KEY");
    assertThat(user.each(Keys.OWN_COMMAND))
        .isEqualTo(Map.of("mine", List.of("/opt/mine", "--fast")));
  }

  @Test
  void a_command_is_a_list_of_words_or_words_with_blanks_between() {
    assertThat(project("setup:\n  - npm ci\n  - [sh, -c, 'a && b']\n").get(Keys.SETUP))
        .contains(List.of(List.of("npm", "ci"), List.of("sh", "-c", "a && b")));
  }

  /// S-4
  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup: npm ci",
        "setup: [a && b]",
        "setup: ['echo $HOME']",
        "setup: [{run: npm}]",
        "setup: [['']]",
        "setup: [[]]",
      })
  void what_only_a_shell_would_understand_is_refused(String text) {
    assertThatThrownBy(() -> project(text))
        .hasMessageStartingWith("`setup` must be a list of at most 20 commands");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provdier: claude                 | There is no key `provdier` (otto.yaml, line 1); did you mean `provider`?
          agents: {audti: {model: x}}      | There is no key `agents.audti.model` (otto.yaml, line 1); did you mean `agents.audit.model`?
          agents: {mine: {speed: 2}}       | There is no key `agents.mine.speed` (otto.yaml, line 1).
          hooks: [rm]                      | There is no key `hooks` (otto.yaml, line 1).
          ~effort: huge                    | `effort` must be one of low, medium, high, max (otto.yaml, line 2).
          provider: [a]                    | `provider` must be a name (otto.yaml, line 1).
          provider: '$(rm -rf /)'          | `provider` must be a name (otto.yaml, line 1).
          agents: claude                   | `agents` must be keys with values (otto.yaml, line 1).
          max_turns_per_call: 0            | `max_turns_per_call` must be a number from 1 to 100000 (otto.yaml, line 1).
          agents: {audit: {model: a}, certifier: {model: b}} | `agents.certifier.model` is said twice (otto.yaml, line 1).
          strict_mode: true                | `strict_mode` is not there yet (otto.yaml, line 1): every verdict is strict.
          queue: {concurrent: 3}           | `queue.concurrent` is not there yet (otto.yaml, line 1): there is no queue.
          agents: {build: {failover: x}}   | `agents.build.failover` must be a list of agents, such as [claude, codex] (otto.yaml, line 1).
          budgets: {total_cost_usd: 0}     | `budgets.total_cost_usd` must be US dollars, such as 6 or 0.50 (otto.yaml, line 1).
          budgets: {project_per_day: 20}   | `budgets.project_per_day` must be amounts, such as 20usd,5Mtok,100calls (otto.yaml, line 1).
          provider: a~provider: b          | otto.yaml cannot be read: line 2: Duplicate field 'provider'.
          model: &m x~provider: *m         | otto.yaml cannot be read: line 2: `*` refers to another place.
          [a, b]                           | otto.yaml cannot be read: it has no keys.
          """)
  void what_has_no_meaning_is_refused_with_its_place(String text, String sentence) {
    assertThatThrownBy(() -> project(text.replace("~", "\n")))
        .isInstanceOf(Refused.class)
        .hasMessage(sentence);
  }

  /// S-4: a repository chooses no programs, walls, ways, folders or databases.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox: off",
        "engine: in-process",
        "temporal: /bin/true",
        "providers: {claude: {program: /bin/true}}",
        "providers: {codex: {url: 'https://elsewhere.example'}}",
        "agents: {mine: {command: [/bin/true]}}",
        "agents: {build: {command: [/bin/true]}}",
        "database: {url: 'jdbc:postgresql://elsewhere/otto'}",
      })
  void what_a_repository_must_not_decide_is_sent_to_the_users_file(String text) {
    assertThatThrownBy(() -> project(text))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().sentence())
                  .contains("is not for a repository to decide (otto.yaml, line 1)");
              assertThat(refused.refusal().nextStep()).contains("config.yaml in Otto's home");
            });
  }

  /// S-4
  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy: [../secret]",
        "copy: [/etc/passwd]",
        "copy: [a/../../b]",
        "copy: [.git/config]",
        "copy: [sub/.GIT/config]",
        "copy: ['']",
        "copy: local",
        "env: [PATH]",
        "env: [https_proxy]",
        "env: [GIT_SSH_COMMAND]",
        "env: [LD_PRELOAD]",
        "env: [NODE_OPTIONS]",
        "env: {TOKEN: '${HOME}'}",
      })
  void a_project_copies_from_itself_alone_and_asks_for_variables_that_steer_nothing(String text) {
    assertThatThrownBy(() -> project(text)).hasMessageContaining("must be a list");
  }

  @Test
  void a_project_asks_for_variables_and_the_user_gives_references_to_one_folder() {
    var folders = user("env: {/shop: {TOKEN: '${MY_TOKEN}'}}").get(Keys.GIVEN_VARIABLES);

    assertThat(project("env: [TOKEN]").get(Keys.WANTED_VARIABLES)).contains(List.of("TOKEN"));
    assertThat(Keys.references(folders.orElseThrow().all().values().iterator().next()))
        .isEqualTo(Map.of("TOKEN", "MY_TOKEN"));
    assertThatThrownBy(() -> user("env: {/shop: {TOKEN: s3cret}}"))
        .hasMessageContaining("holds a secret in plain text")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void what_a_project_says_is_not_the_users() {
    assertThatThrownBy(() -> user("setup: [npm ci]"))
        .hasMessage("`setup` is for a project to say (config.yaml, line 1).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "providers: {claude: {key: s3cret}}",
        "database: {password: s3cret}",
        "database: {url: 'jdbc:postgresql://me:s3cret@x/y'}",
        "database: {url: 'jdbc:postgresql://x/y?password=s3cret'}",
        "providers: {codex: {url: 'https://s3cret@x'}}",
      })
  void a_secret_in_plain_text_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> user(text))
        .hasMessageContaining("holds a secret in plain text")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void keys_of_the_earlier_system_that_have_gone_are_a_notice_each() {
    var file =
        project(
            """
            provider: claude
            memory: {enabled: true}
            v5_compile: on
            audit: {pre_merge_audit_groups: true}
            queue: {bookkeeping_files: [a]}
            """);

    assertThat(file.get(Keys.PROVIDER)).contains("claude");
    assertThat(file.notices())
        .hasSize(4)
        .first()
        .isEqualTo(
            "`memory` in otto.yaml has no meaning any more: what agents are to know stands in AGENTS.md.");
  }

  @Test
  void a_file_that_is_too_long_is_not_read() {
    assertThatThrownBy(() -> project("# " + "x".repeat(Written.LONGEST)))
        .hasMessage("otto.yaml cannot be read: it is longer than 64 kB.");
  }

  private static Written project(String text) {
    return Written.of(FileKind.PROJECT, text);
  }

  private static Written user(String text) {
    return Written.of(FileKind.USER, text);
  }
}

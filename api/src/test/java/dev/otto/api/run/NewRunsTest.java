package dev.otto.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.model.RunId;
import dev.otto.model.host.HostFacts;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.model.json.Json;
import dev.otto.model.json.Violation;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.Phase;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.AgentChoice;
import dev.otto.model.settings.Agents;
import dev.otto.model.settings.Budget;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.OnLimit;
import dev.otto.model.settings.Price;
import dev.otto.model.settings.PriceTable;
import dev.otto.store.host.Hosts;
import dev.otto.store.run.Events;
import dev.otto.store.run.Runs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A person asks for a run.
class NewRunsTest {
  private static final String RUNS = "/api/v1/runs";
  private static final NewRun ASKED =
      NewRun.of("/home/ada/shop", "Greet people.\nIn two languages.", "scripted");
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
  void a_run_is_created_with_its_first_event_and_waits_to_be_carried() {
    var answer = otto.web().post(RUNS, ASKED);

    var view = answer.body(RunView.class);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith("/api/v1/runs/" + view.run());
    assertThat(view.intent()).isEqualTo("Greet people.\nIn two languages.");
    assertThat(view.title()).isEqualTo("Greet people.");
    assertThat(view.repository()).isEqualTo("/home/ada/shop");
    assertThat(view.seq()).isOne();
    assertThat(view.state()).isEqualTo("working");
    assertThat(view.phase()).isEqualTo(Phase.COMPILE);
    assertThat(eventWords(view.run())).containsExactly("created");
    assertThat(epoch(view.run())).isZero();
  }

  @Test
  void the_same_key_with_the_same_request_is_the_same_run() {
    var asker = otto.web().as("Idempotency-Key", "twice");

    var first = asker.post(RUNS, ASKED).body(RunView.class);
    var second = asker.post(RUNS, ASKED);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body(RunView.class)).isEqualTo(first);
  }

  @Test
  void the_same_key_at_the_same_time_is_one_run() {
    var asker = otto.web().as("Idempotency-Key", "at-once");

    var runs =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(_ -> asker.post(RUNS, ASKED).body(RunView.class).run())
            .distinct();

    assertThat(runs).hasSize(1);
  }

  @Test
  void the_same_key_with_another_request_is_refused() {
    var asker = otto.web().as("Idempotency-Key", "for-one-thing");
    asker.post(RUNS, ASKED);

    var other = asker.post(RUNS, NewRun.of("/home/ada/shop", "Greet nobody.", "scripted"));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem().code()).isEqualTo("key-reused");
  }

  @Test
  void without_a_key_each_request_is_a_run_of_its_own() {
    var first = otto.web().post(RUNS, ASKED).body(RunView.class);
    var second = otto.web().post(RUNS, ASKED).body(RunView.class);

    assertThat(second.run()).isNotEqualTo(first.run());
  }

  @Test
  void a_provider_that_the_host_cannot_use_is_refused_in_the_words_of_the_host() {
    var answer = otto.web().post(RUNS, NewRun.of("/home/ada/shop", "Greet.", "claude"));

    var problem = answer.problem();
    assertThat(problem.code()).isEqualTo("provider-not-usable");
    assertThat(problem.detail()).isEqualTo("There is no Claude Code on this host.");
    assertThat(problem.nextStep()).isEqualTo("Install it.");
  }

  @Test
  void a_budget_of_money_that_nobody_can_measure_is_refused() {
    hosts(usable("codex"));
    var money = new Limits(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty());
    var budget = new Budget(money, Limits.NONE, OnLimit.PAUSE);

    var problem = otto.web().post(RUNS, asked(Optional.of("codex"), Optional.of(budget))).problem();

    assertThat(problem.code()).isEqualTo("cost-not-told");
    assertThat(problem.detail())
        .isEqualTo("codex does not say what its calls cost, so a budget of money cannot be kept.");
  }

  @Test
  void with_a_price_of_its_model_money_can_be_limited_and_the_price_stays_with_the_run() {
    var price =
        new Price(
            BigDecimal.ONE,
            new BigDecimal("0.1"),
            new BigDecimal("8.50"),
            LocalDate.of(2026, 11, 1));
    var table = new PriceTable(Map.of("codex", Map.of("gpt-5.5", price)));
    otto.database
        .jdbi()
        .useExtension(
            Hosts.class,
            hosts ->
                hosts.seen(
                    otto.engine.host().value(),
                    new HostFacts("none", List.of(usable("codex")), Set.of(), table)));
    var request =
        """
        {"folder":"/s","intent":"x","agents":{"all":{"provider":"codex","model":"%s"}},
         "budget":{"run":{"usd":6}}}
        """;

    var view = otto.web().post(RUNS, request.formatted("gpt-5.5"));
    var other = otto.web().post(RUNS, request.formatted("gpt-4"));

    assertThat(view.status()).isEqualTo(201);
    assertThat(view.body(RunView.class).agents().build().price()).contains(price);
    assertThat(other.problem().code()).isEqualTo("cost-not-told");
    assertThat(other.problem().nextStep())
        .isEqualTo(
            "Limit its tokens or its calls instead, as in --budget 2Mtok,40calls, or write what gpt-4"
                + " costs into `prices` in config.yaml, and restart Otto.");
  }

  @Test
  void a_budget_of_money_for_a_login_of_its_users_own_is_refused_and_nothing_is_created() {
    signedIn("claude");
    var money = new Limits(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty());
    var before = count();

    var ofRun = new Budget(money, Limits.NONE, OnLimit.PAUSE);
    var answer = otto.web().post(RUNS, asked(Optional.of("claude"), Optional.of(ofRun)));
    var ofGroup = new Budget(Limits.NONE, money, OnLimit.PAUSE);
    var other = otto.web().post(RUNS, asked(Optional.of("claude"), Optional.of(ofGroup)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().code()).isEqualTo("cost-not-seen");
    assertThat(answer.problem().detail())
        .isEqualTo(
            "claude goes to its model itself, past Otto's gateway, so a budget of money cannot be"
                + " kept.");
    assertThat(answer.problem().nextStep())
        .isEqualTo(
            "Limit its tokens or its calls instead, as in --budget 2Mtok,40calls, or give Otto a key for"
                + " it instead of a login.");
    assertThat(other.problem().code()).isEqualTo("cost-not-seen");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void where_nobody_says_who_thinks_the_only_usable_one_does_and_the_reason_is_kept() {
    hosts(usable("claude"));

    var view = otto.web().post(RUNS, unsaid()).body(RunView.class);

    assertThat(view.agents())
        .isEqualTo(
            Agents.all(
                new AgentChoice(
                    "claude",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("the only one that is signed in"))));
  }

  @Test
  void with_nobody_or_two_that_could_think_one_sentence_says_so_and_nothing_is_created() {
    hosts(SampleOtto.NO_CLAUDE);
    var nobody = otto.web().post(RUNS, unsaid()).problem();
    hosts(usable("claude"), usable("codex"));
    var both = otto.web().post(RUNS, unsaid()).problem();

    assertThat(nobody.code()).isEqualTo("no-provider");
    assertThat(nobody.detail())
        .isEqualTo("No agent can be used on this host. There is no Claude Code on this host.");
    assertThat(nobody.nextStep()).isEqualTo("Install it.");
    assertThat(both.code()).isEqualTo("which-provider");
    assertThat(both.detail())
        .isEqualTo("claude and codex can be used here, and nothing says which.");
  }

  @Test
  void a_login_of_its_users_own_is_shown_with_the_run() {
    signedIn("codex");

    var view = otto.web().post(RUNS, unsaid()).body(RunView.class);

    assertThat(view.agents().words()).isEqualTo("codex (direct)");
    assertThat(view.agents().unmetered()).containsExactly("codex");
  }

  @Test
  void a_role_is_asked_for_and_the_users_file_says_the_rest() {
    hosts(usable("claude"), usable("codex"));

    var view =
        otto.web()
            .post(
                RUNS,
                """
                {"folder":"/s-of-opus","intent":"x","agents":{"build":{"provider":"codex","effort":"high"},"maxTurns":9}}
                """)
            .body(RunView.class);

    assertThat(view.agents().words())
        .isEqualTo("claude opus for spec, audit, fix; codex, effort high for build");
  }

  @Test
  void what_nobody_asked_for_the_files_of_settings_say() {
    var asked =
        """
        {"folder":"/s-with-retries","intent":"x","provider":"scripted","maxRounds":9}
        """;

    var view = otto.web().post(RUNS, asked).body(RunView.class);

    var settings = otto.checkpoints.take(view.run()).run().settings();
    assertThat(settings.maxAttempts()).isEqualTo(7);
    assertThat(settings.maxRounds()).isEqualTo(9);
  }

  @Test
  void what_files_say_of_budgets_counts_where_nobody_asked_for_another_and_is_refused_as_well() {
    var asked =
        """
        {"folder":"/s-with-budgets","intent":"x","provider":"scripted","budget":{"run":{"usd":2}}}
        """;

    var view = otto.web().post(RUNS, asked).body(RunView.class);
    signedIn("claude");
    var direct = otto.web().post(RUNS, NewRun.of("/s-with-budgets", "x", "claude")).problem();

    var settings = otto.checkpoints.take(view.run()).run().settings();
    assertThat(settings.wallSeconds()).contains(3600L);
    assertThat(view.budget()).contains("0 of 2 USD; the project today: 0 of 10 USD");
    assertThat(settings.budget().run()).isEqualTo(Limits.ofMoney(BigDecimal.TWO));
    assertThat(settings.budget().group()).isEqualTo(Limits.ofMoney(BigDecimal.ONE));
    assertThat(settings.budget().projectPerDay()).isEqualTo(Limits.ofMoney(BigDecimal.TEN));
    assertThat(direct.code()).isEqualTo("cost-not-seen");
  }

  @Test
  void who_takes_anothers_place_is_fixed_with_the_run_and_who_cannot_be_used_is_left_out() {
    var asked =
        """
        {"folder":"/s-with-failover","intent":"x"}
        """;
    hosts(usable("claude"), usable("codex"));
    var both = otto.web().post(RUNS, asked).body(RunView.class);
    hosts(SampleOtto.NO_CLAUDE, usable("codex"));
    var one = otto.web().post(RUNS, asked).body(RunView.class);

    assertThat(both.agents().words()).isEqualTo("codex, else claude");
    assertThat(one.agents().words()).isEqualTo("codex");
  }

  @Test
  void a_folder_that_is_no_repository_is_refused_in_the_words_of_the_host() {
    var answer = otto.web().post(RUNS, NewRun.of("/not-a-repository", "Greet.", "scripted"));

    var problem = answer.problem();
    assertThat(answer.status()).isEqualTo(422);
    assertThat(problem.code()).isEqualTo("not-a-repository");
    assertThat(problem.detail()).isEqualTo("/not-a-repository is no git repository.");
    assertThat(problem.nextStep()).isEqualTo("Type `git init`.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"intent":"x","provider":"scripted"}                                 | /folder
          {"folder":"shop","intent":"x","provider":"scripted"}                 | /folder
          {"folder":"/s","intent":" ","provider":"scripted"}                   | /intent
          {"folder":"/s","intent":7,"provider":"scripted"}                     | /intent
          {"folder":"/s","intent":null,"provider":"scripted"}                  | /intent
          {"folder":"/s","intent":"a\\u0000b","provider":"scripted"}           | /intent
          {"folder":"/s","intent":"a\\ud800b","provider":"scripted"}           | /intent
          {"folder":"/s","intent":"x","provider":"abacus"}                     | /provider
          {"folder":"/s","intent":"x","provider":"scripted","recipe":"r.json"} | /recipe
          {"folder":"/s","intent":"x","provider":"scripted","command":"rm"}    | /command
          {"folder":"/s","intent":"x","provider":"scripted","reviewGate":"no"} | /reviewGate
          {"folder":"/s","intent":"x","provider":"scripted","maxAttempts":0}   | /maxAttempts
          {"folder":"/s","intent":"x","provider":"scripted","maxRounds":1.5}   | /maxRounds
          {"folder":"/s","intent":"x","provider":"scripted","wallSeconds":"9"} | /wallSeconds
          {"folder":"/s","intent":"x","agents":{"fix":{"provider":"abacus"}}}  | /agents/fix/provider
          {"folder":"/s","intent":"x","agents":{"all":{"effort":"huge"}}}      | /agents/all/effort
          {"folder":"/s","intent":"x","agents":{"maxTurns":0}}                 | /agents/maxTurns
          """)
  void what_is_wrong_is_refused_with_its_place(String request, String pointer) {
    var answer = otto.web().post(RUNS, request);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().code()).isEqualTo("invalid-request");
    assertThat(answer.problem().violations()).extracting(Violation::pointer).contains(pointer);
  }

  @Test
  void a_spec_that_breaks_the_rules_is_refused_with_its_place() {
    var answer =
        otto.web()
            .post(RUNS, "{\"folder\":\"/s\",\"intent\":\"x\",\"spec\":\"{\\\"schema\\\":7}\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().code()).isEqualTo("invalid-spec");
    assertThat(answer.problem().detail()).startsWith("The spec breaks the rules in ");
    assertThat(answer.problem().violations())
        .extracting(Violation::pointer)
        .allMatch(place -> place.startsWith("/spec"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"text\"", "{\"folder\":\"/a\",\"folder\":\"/b\"}", "{} {}"})
  void what_is_no_json_object_is_refused(String request) {
    var answer = otto.web().post(RUNS, request);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem().code()).isEqualTo("malformed-json");
  }

  @Test
  void an_intent_above_64_kilobytes_is_refused() {
    var longest = "ä".repeat(NewRun.LONGEST_INTENT / 2);

    var atTheLimit = otto.web().post(RUNS, NewRun.of("/home/ada/shop", longest, "scripted"));
    var above = otto.web().post(RUNS, NewRun.of("/home/ada/shop", longest + "!", "scripted"));

    assertThat(atTheLimit.body(RunView.class).title()).hasSize(80);
    assertThat(above.status()).isEqualTo(422);
  }

  @Test
  void a_request_above_a_megabyte_is_not_read() {
    var huge = NewRun.of("/home/ada/shop", "x".repeat(1_100_000), "scripted");

    assertThat(otto.web().post(RUNS, huge).status()).isEqualTo(413);
  }

  @Test
  void nothing_of_a_refused_request_is_stored() {
    var before = count();

    otto.web()
        .as("Idempotency-Key", "refused")
        .post(RUNS, Json.text(ASKED).replace("ada", "\\u0000"));
    otto.web()
        .as("Idempotency-Key", "refused")
        .post(RUNS, NewRun.of("/not-a-repository", "x", "scripted"));

    assertThat(count()).isEqualTo(before);
    assertThat(otto.web().as("Idempotency-Key", "refused").post(RUNS, ASKED).status())
        .isEqualTo(201);
  }

  private static int count() {
    return otto.database.jdbi().withExtension(Runs.class, runs -> runs.open().size());
  }

  private static List<String> eventWords(RunId run) {
    return otto
        .database
        .jdbi()
        .withExtension(Events.class, events -> events.ofRun(run.value(), 1))
        .stream()
        .map(Events.Row::type)
        .toList();
  }

  private static long epoch(RunId run) {
    return otto.database
        .jdbi()
        .withExtension(Runs.class, runs -> runs.epoch(run.value()))
        .orElseThrow();
  }

  @AfterEach
  void asBefore() {
    hosts(SampleOtto.NO_CLAUDE);
  }

  @Test
  void where_required_walls_do_not_stand_nothing_is_created__S_6() {
    var before = otto.web().get(RUNS).text();
    hosts(
        usable("claude"),
        new HostFacts.Fact(
            "sandbox", HostFacts.Health.BROKEN, "There is no wall.", "Install bubblewrap."));

    var refused = otto.web().post(RUNS, NewRun.of("/home/ada/fresh", "Greet.", "claude")).problem();

    assertThat(refused.code()).isEqualTo("cell-walls-missing");
    assertThat(refused.detail()).isEqualTo("There is no wall.");
    assertThat(refused.nextStep()).isEqualTo("Install bubblewrap.");
    assertThat(otto.web().get(RUNS).text()).isEqualTo(before);
    assertThat(otto.web().get("/api/v1/projects").text()).doesNotContain("/home/ada/fresh");
  }

  private static NewRun unsaid() {
    return asked(Optional.empty(), Optional.empty());
  }

  private static NewRun asked(Optional<String> provider, Optional<Budget> budget) {
    return new NewRun(
        "/home/ada/shop",
        "Greet.",
        Optional.empty(),
        provider,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        budget,
        Optional.empty());
  }

  private static Fact usable(String name) {
    return new Fact(name, Health.OK, name + " is here.", "");
  }

  private static void signedIn(String name) {
    var facts = new HostFacts("none", List.of(usable(name)), Set.of(name));
    otto.database
        .jdbi()
        .useExtension(Hosts.class, hosts -> hosts.seen(otto.engine.host().value(), facts));
  }

  private static void hosts(Fact... facts) {
    otto.database
        .jdbi()
        .useExtension(
            Hosts.class,
            hosts -> hosts.seen(otto.engine.host().value(), new HostFacts("none", List.of(facts))));
  }
}

package dev.otto.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the intent of a run comes from, word for word.
class IntentTest {
  private static final String LONG_ENOUGH =
      "# Shop\n\nA shop in which people buy what they like.\n";

  @TempDir private Path home;
  @TempDir private Path repository;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    var run = SampleRun.ended(Verdict.PASSED).view();
    server.obeys("runs", run).shows(run);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void an_argument_is_the_intent_word_for_word() {
    assertThat(intent("build a shop\n\n  with \"carts\" and $money"))
        .isEqualTo("build a shop\n\n  with \"carts\" and $money");
  }

  /// W-57
  @Test
  void after_two_dashes_an_intent_may_look_like_a_flag() {
    assertThat(intent("--", "--help me build a shop")).isEqualTo("--help me build a shop");
    assertThat(intent("--", "-")).isEqualTo("-");
    assertThat(intent("--", "build", "--a", "shop")).isEqualTo("build --a shop");
  }

  @Test
  void an_at_sign_names_no_file() throws IOException {
    Files.writeString(repository.resolve("x"), "--json\n");

    assertThat(intent("@x")).isEqualTo("@x");
  }

  @Test
  void a_dash_reads_stdin() {
    var typed = typed(Typed.at(home).stdin("from a pipe\nin two lines\n"), "-");

    assertThat(typed.exit()).isZero();
    assertThat(sent()).isEqualTo("from a pipe\nin two lines\n");
  }

  @Test
  void a_named_file_is_the_intent() throws IOException {
    Files.writeString(repository.resolve("wish.txt"), "größer, schöner\n");

    assertThat(intent("--file", "wish.txt")).isEqualTo("größer, schöner\n");
  }

  @Test
  void without_one_intent_md_is_read_before_the_readme() throws IOException {
    Files.writeString(repository.resolve("README.md"), LONG_ENOUGH);
    assertThat(intent()).isEqualTo(LONG_ENOUGH);

    Files.writeString(repository.resolve("intent.md"), "a shop");
    assertThat(intent()).isEqualTo("a shop");
  }

  @Test
  void a_readme_of_a_few_words_is_no_intent() throws IOException {
    Files.writeString(repository.resolve("README.md"), "# Shop\n");

    refused("There is no intent");
  }

  @Test
  void two_intents_are_refused() {
    refused("twice", "--file", "wish.txt", "a shop");
  }

  @Test
  void several_words_are_refused_with_advice() {
    refused("put it in quotes", "build", "a", "shop");
  }

  @Test
  void an_empty_intent_is_refused() {
    refused("empty", " \n");
  }

  @Test
  void an_intent_of_more_than_64_kib_is_refused_and_one_of_64_is_not() {
    var most = "ä".repeat(NewRun.LONGEST_INTENT / 2);

    refused("longer than 64 KiB", most + "x");
    assertThat(intent(most)).isEqualTo(most);
  }

  private String intent(String... words) {
    var typed = typed(Typed.at(home), words);
    assertThat(typed.err()).isEmpty();
    return sent();
  }

  private String sent() {
    return Json.value(server.asked("POST", "runs").getLast().body(), NewRun.class).intent();
  }

  private void refused(String why, String... words) {
    var typed = typed(Typed.at(home), words);

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains(why).hasLineCount(1);
    assertThat(server.asked("POST", "runs")).isEmpty();
  }

  private Typed typed(Typed at, String... words) {
    var line = new ArrayList<>(List.of("run", "--provider", "scripted"));
    line.addAll(List.of(words));
    return at.in(repository).line(line.toArray(String[]::new));
  }
}

package dev.otto.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Web;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import dev.otto.model.server.SessionView;
import dev.otto.model.server.SignInLink;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How programs and browsers get in (S-2, W-78).
class SignInTest {
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
  void a_link_signs_a_browser_in_with_a_cookie_that_scripts_cannot_read() {
    var link = link();

    var entered = otto.stranger().get(link.url());

    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.header("Location")).isEqualTo("/");
    assertThat(entered.header("Set-Cookie"))
        .startsWith("otto-" + otto.port() + "=")
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
    assertThat(entered.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void a_signed_in_browser_reads_and_with_the_sign_of_our_page_changes() {
    var browser = browser();

    var session = browser.get("/api/v1/session").body(SessionView.class);
    var page = browser.as("Otto-Csrf", session.csrf().orElseThrow());
    var run =
        page.post("/api/v1/runs", NewRun.of("/home/ada/shop", "Greet.", "scripted"))
            .body(RunView.class);

    assertThat(session.by()).isEqualTo("web");
    assertThat(browser.get("/api/v1/runs").body(RunsPage.class).runs())
        .extracting(line -> line.run())
        .containsExactly(run.run());
  }

  @Test
  void a_link_is_good_once() {
    var link = link();
    otto.stranger().get(link.url());

    var again = otto.stranger().get(link.url());

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("Set-Cookie")).isEmpty();
    assertThat(again.text()).contains("used already").contains("otto web");
  }

  @Test
  void a_browser_that_looks_ahead_does_not_use_a_link_up() {
    var link = link();

    otto.stranger().as("Sec-Purpose", "prefetch;prerender").get(link.url());
    otto.stranger().send("HEAD", link.url(), "");

    assertThat(otto.stranger().get(link.url()).status()).isEqualTo(303);
  }

  @Test
  void a_page_makes_no_links_and_ends_no_server() throws InterruptedException {
    var browser = browser();
    var csrf = browser.get("/api/v1/session").body(SessionView.class).csrf().orElseThrow();
    var page = browser.as("Otto-Csrf", csrf);

    assertThat(page.post("/api/v1/links", "").problem().code()).isEqualTo("token-only");
    assertThat(page.post("/api/v1/shutdown", "").problem().code()).isEqualTo("token-only");
    assertThat(otto.shutdown.await(200, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void a_program_with_the_token_ends_the_server() throws InterruptedException {
    assertThat(otto.web().post("/api/v1/shutdown", "").status()).isEqualTo(202);
    assertThat(otto.shutdown.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void after_twenty_wrong_tokens_nobody_is_asked_any_more() {
    var wrong = otto.stranger().as("Authorization", "Bearer " + "f".repeat(48));
    for (int i = 0; i < 20; i++) {
      assertThat(wrong.get("/api/v1/runs").problem().code()).isEqualTo("wrong-token");
    }

    var locked = wrong.get("/api/v1/runs");

    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.header("Retry-After")).isNotEmpty();
    assertThat(otto.web().get("/api/v1/runs").status()).isEqualTo(429);
  }

  @Test
  void a_signed_in_browser_is_not_locked_out_by_wrong_tokens_of_others() {
    var browser = browser();
    var wrong = otto.stranger().as("Authorization", "Bearer x");
    for (int i = 0; i < 21; i++) {
      wrong.get("/api/v1/runs");
    }

    assertThat(browser.get("/api/v1/runs").status()).isEqualTo(200);
  }

  @Test
  void a_browser_with_an_old_cookie_locks_nobody_out() {
    var old = otto.stranger().as("Cookie", "otto-" + otto.port() + "=old");
    for (int i = 0; i < 30; i++) {
      assertThat(old.get("/api/v1/runs").status()).isEqualTo(401);
    }

    assertThat(otto.web().get("/api/v1/runs").status()).isEqualTo(200);
  }

  @Test
  void what_a_program_asks_is_asked_by_the_user_it_names_or_else_by_the_command_line() {
    var named = otto.web().as("Otto-User", "ada").get("/api/v1/session");
    var strange = otto.web().as("Otto-User", "ada; drop").get("/api/v1/session");

    assertThat(named.body(SessionView.class).by()).isEqualTo("ada");
    assertThat(strange.body(SessionView.class).by()).isEqualTo("cli");
  }

  private SignInLink link() {
    return otto.web().post("/api/v1/links", "").body(SignInLink.class);
  }

  private Web browser() {
    return otto.stranger().as("Cookie", otto.signedIn());
  }
}

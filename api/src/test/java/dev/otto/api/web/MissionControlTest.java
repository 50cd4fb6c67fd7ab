package dev.otto.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.ApiServer;
import dev.otto.api.sample.UnreadyParts;
import dev.otto.api.sample.Web;
import dev.otto.api.sample.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The web page as it lies in the jar; the tests have a small one of their own.
class MissionControlTest {
  private static final ApiServer SERVER = new ApiServer(UnreadyParts.all());

  @BeforeAll
  static void start() {
    SERVER.start(0);
  }

  @AfterAll
  static void end() {
    SERVER.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/runs/latest", "/p/shop-1f3a9c2b/runs?tab=log"})
  void the_page_is_there_for_every_screen_and_is_asked_for_again(String path) {
    var answer = web().get(path);

    assertThat(answer.text()).contains("a small Mission Control");
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'self';")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void an_unchanged_page_is_not_sent_again() {
    var tag = web().get("/").header("ETag");

    assertThat(web().as("If-None-Match", tag).get("/").status()).isEqualTo(304);
  }

  @Test
  void hashed_files_are_kept_for_ever() {
    var answer = web().get("/assets/page-1a2b3c.js");

    assertThat(answer.text()).contains("hello");
    assertThat(answer.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void a_file_that_is_not_there_is_no_screen() {
    assertThat(web().get("/assets/gone.js").problem().code()).isEqualTo("no-such-route");
  }

  /// Nothing beside the page's own folder can be read (S-5).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../db/001-runs.sql",
        "/%2e%2e/db/001-runs.sql",
        "/..%2fdb%2f001-runs.sql",
        "/assets/../../db/001-runs.sql",
        "/assets/%2e%2e/%2e%2e/db/001-runs.sql",
        "/assets",
        "/assets/",
        "//db/001-runs.sql",
        "/.hidden.txt"
      })
  void nothing_beside_the_page_is_served(String path) {
    var wire = new Wire(SERVER.url().getPort());

    var reply = wire.ask("GET", path, wire.host());

    assertThat(reply.text()).doesNotContain("CREATE TABLE").doesNotContain("page-1a2b3c.js");
    assertThat(reply.status() == 200 ? reply.body() : "a small Mission Control")
        .contains("a small Mission Control");
  }

  @Test
  void a_jar_without_the_page_says_so() {
    assertThat(new String(WebFile.noPage().content(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("built without Mission Control");
    assertThat(new WebFiles(ClassLoader.getPlatformClassLoader()).named("index.html")).isEmpty();
  }

  private static Web web() {
    return new Web(SERVER.url());
  }
}

package dev.otto.api.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.model.Digest;
import dev.otto.model.project.TrustRequest;
import dev.otto.model.project.TrustView;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a repository brings along, looked at, allowed and taken back.
class TrustTest {
  private static final String SHOP = "/home/ada/shop-with-hooks";

  private static SampleOtto otto;

  @BeforeAll
  static void start(@TempDir Path folder) {
    otto = SampleOtto.ready(folder);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  @Test
  void what_is_brought_along_is_allowed_by_its_digest_and_taken_back() {
    var seen = look(SHOP);
    assertThat(seen.baggage().words()).isEqualTo(".claude/settings.json");
    assertThat(seen.allowedBy()).isEmpty();

    var allowed =
        otto.web()
            .post("/api/v1/trust", new TrustRequest(SHOP, seen.baggage().digest()))
            .body(TrustView.class);

    assertThat(allowed.allowedBy()).isPresent();
    assertThat(look(SHOP)).isEqualTo(allowed);
    otto.web().post("/api/v1/trust/withdraw", new TrustRequest.Withdrawal(SHOP));
    assertThat(look(SHOP)).isEqualTo(seen);
  }

  @Test
  void what_nobody_looked_at_is_not_allowed() {
    var stale = otto.web().post("/api/v1/trust", new TrustRequest(SHOP, Digest.of("before")));
    var none =
        otto.web().post("/api/v1/trust", new TrustRequest("/home/ada/shop", Digest.of("nothing")));

    assertThat(stale.problem().code()).isEqualTo("baggage-changed");
    assertThat(none.problem().code()).isEqualTo("nothing-to-allow");
    assertThat(look(SHOP).allowedBy()).isEmpty();
  }

  @Test
  void a_folder_is_named_whole() {
    assertThat(otto.web().get("/api/v1/trust?folder=shop").status()).isEqualTo(422);
    assertThat(otto.web().get("/api/v1/trust").status()).isEqualTo(422);
  }

  @Test
  void a_run_that_is_not_open_yet_brings_nothing_along() {
    var run = otto.newRun();

    var seen = otto.web().get("/api/v1/runs/%s/baggage".formatted(run)).body(TrustView.class);

    assertThat(seen.repository()).isEqualTo("/home/ada/shop");
    assertThat(seen.baggage().empty()).isTrue();
  }

  private static TrustView look(String folder) {
    return otto.web().get("/api/v1/trust?folder=" + folder).body(TrustView.class);
  }
}

package dev.otto.activities.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
  @Test
  void secrets_are_taken_out_however_the_stream_is_cut_into_pieces__S_8() {
    var text = "key=hush-hush-7f3a; hush-hus hush-hush-7f3a, hush-hush-7f\nhush-hush";
    for (var size = 1; size <= text.length(); size++) {
      assertThat(redacted(List.of("hush-hush-7f3a"), text, size))
          .as("pieces of %d", size)
          .isEqualTo("key=[secret]; hush-hus [secret], hush-hush-7f\nhush-hush");
    }
  }

  @Test
  void of_two_secrets_that_begin_alike_the_longer_is_taken_out_whole() {
    var secrets = List.of("hush-hush", "hush-hush-7f3a");
    for (var size = 1; size <= 20; size++) {
      assertThat(redacted(secrets, "hush-hush-7f3a hush-hush-7f hush-hush", size))
          .as("pieces of %d", size)
          .isEqualTo("[secret] [secret]-7f [secret]");
    }
  }

  @Test
  void a_secret_that_begins_with_its_own_beginning_is_found() {
    for (var size = 1; size <= 12; size++) {
      assertThat(redacted(List.of("aaaaaaab"), "aaaaaaaaab", size)).isEqualTo("aa[secret]");
    }
  }

  @Test
  void short_secrets_spoil_nothing() {
    assertThat(redacted(List.of("e", "true"), "true enough", 3)).isEqualTo("true enough");
  }

  @Test
  void without_secrets_nothing_changes() {
    assertThat(redacted(List.of(), "Füge ☃ hinzu", 4)).isEqualTo("Füge ☃ hinzu");
  }

  private static String redacted(List<String> secrets, String text, int size) {
    var redaction = new Redaction(secrets);
    var kept = new ByteArrayOutputStream();
    var bytes = text.getBytes(UTF_8);
    for (var at = 0; at < bytes.length; at += size) {
      var count = Math.min(size, bytes.length - at);
      var piece = new byte[size];
      System.arraycopy(bytes, at, piece, 0, count);
      redaction.take(piece, count);
      kept.write(redaction.bytes(), 0, redaction.length());
    }
    redaction.end();
    kept.write(redaction.bytes(), 0, redaction.length());
    return kept.toString(UTF_8);
  }
}

package dev.otto.activities.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastBytesTest {
  @Test
  void the_last_bytes_are_kept_in_order_whatever_the_pieces() {
    var all = "abcdefghijklmnopqrstuvwxyz";
    for (var piece = 1; piece <= all.length(); piece++) {
      var last = new LastBytes(7);
      for (var at = 0; at < all.length(); at += piece) {
        var text = all.substring(at, Math.min(all.length(), at + piece));
        last.add(text.getBytes(US_ASCII), 0, text.length());
      }

      assertThat(new String(last.bytes(), US_ASCII)).as("pieces of %d", piece).isEqualTo("tuvwxyz");
      assertThat(last.dropped()).isEqualTo(19);
    }
  }

  @Test
  void fewer_bytes_than_the_size_are_all_kept() {
    var last = new LastBytes(7);
    last.add("xabc".getBytes(US_ASCII), 1, 3);

    assertThat(new String(last.bytes(), US_ASCII)).isEqualTo("abc");
    assertThat(last.dropped()).isZero();
  }
}

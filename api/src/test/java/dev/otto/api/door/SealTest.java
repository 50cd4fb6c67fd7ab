package dev.otto.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final Seal seal = new Seal("0123456789abcdef0123456789abcdef");

  @Test
  void a_cookie_is_good_for_a_month() {
    var cookie = seal.cookie(NOON);

    assertThat(seal.isCookie(cookie, NOON)).isTrue();
    assertThat(seal.isCookie(cookie, NOON.plus(Duration.ofDays(29)))).isTrue();
    assertThat(seal.isCookie(cookie, NOON.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void nobody_prolongs_a_cookie() {
    var cookie = seal.cookie(NOON);
    var later = "9" + cookie.substring(1);

    assertThat(seal.isCookie(later, NOON)).isFalse();
  }

  @Test
  void a_cookie_outlives_the_server_and_not_the_token() {
    var cookie = seal.cookie(NOON);

    assertThat(new Seal("0123456789abcdef0123456789abcdef").isCookie(cookie, NOON)).isTrue();
    assertThat(new Seal("another9abcdef0123456789abcdef012").isCookie(cookie, NOON)).isFalse();
  }

  @Test
  void the_sign_of_a_page_belongs_to_its_cookie() {
    var one = seal.cookie(NOON);
    var other = seal.cookie(NOON);

    assertThat(seal.isCsrf(one, seal.csrf(one))).isTrue();
    assertThat(seal.isCsrf(one, seal.csrf(other))).isFalse();
    assertThat(seal.isCsrf(one, one)).isFalse();
  }
}

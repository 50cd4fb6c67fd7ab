package dev.otto.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInCodesTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final SignInCodes codes = new SignInCodes(() -> now);

  @Test
  void a_code_is_good_for_half_a_minute() {
    var early = codes.fresh();
    var late = codes.fresh();

    now = now.plusSeconds(30);
    assertThat(codes.redeem(early.text())).isTrue();
    now = now.plusSeconds(1);

    assertThat(codes.redeem(late.text())).isFalse();
  }

  @Test
  void a_code_is_good_once_and_has_128_bits() {
    var code = codes.fresh();

    assertThat(code.text()).hasSize(32);
    assertThat(codes.redeem(code.text())).isTrue();
    assertThat(codes.redeem(code.text())).isFalse();
    assertThat(codes.redeem("none")).isFalse();
  }
}
